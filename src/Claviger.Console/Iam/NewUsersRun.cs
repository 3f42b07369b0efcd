using System.Text.Json;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Console;

/// <summary>The making of the users that a draft asks for: call by call, each with its outcome, so that what failed can be tried again.</summary>
public sealed record NewUsersRun(NewUsersDraft Draft)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>What was made, by user.</summary>
    public Dictionary<string, NewCredentials> Made { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The steps that went well.</summary>
    public HashSet<string> Done { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How each step of the last try went.</summary>
    public List<NewUserOutcome> Outcomes { get; init; } = [];

    /// <summary>Whether something is left to try again.</summary>
    public bool HasFailed => Outcomes.Any(static outcome => outcome.Problem is not null);

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => Draft.ToString();

    internal string Seal(Seals seals, HttpContext http) => seals.Seal(PurposeOf(http), JsonSerializer.Serialize(this with { Outcomes = [] }), Life);

    internal static NewUsersRun? Open(Seals seals, HttpContext http, string? text) =>
        text is not null && seals.Open(PurposeOf(http), text) is { } json ? JsonSerializer.Deserialize<NewUsersRun>(json) : null;

    /// <summary>Does all that is not done yet.</summary>
    internal async Task ExecuteAsync(PrincipalCalls aws, string consoleLink)
    {
        Outcomes.Clear();
        foreach (var name in Draft.Names)
        {
            await ExecuteAsync(aws, name, consoleLink);
        }
    }

    private async Task ExecuteAsync(PrincipalCalls aws, string name, string link)
    {
        var user = new UserHolder(name);
        var isThere = await StepAsync(name, "Create user", async () =>
        {
            await aws.CallAsync(CreateUserRequest.Operation, new()
            {
                UserName = name,
                PermissionsBoundary = Draft.Boundary,
                Tags = Draft.Tags.Count == 0 ? null : [.. Draft.Tags.Select(static tag => new TagShape { Key = tag.Key, Value = tag.Value })],
            });
            Made[name] = new NewCredentials(name);
        });
        if (!isThere)
        {
            return;
        }

        foreach (var group in Draft.Way == "policy" ? [] : Draft.Groups)
        {
            await StepAsync(name, $"Add to group {group}", async () => await aws.CallAsync(AddUserToGroupRequest.Operation, new() { GroupName = group, UserName = name }));
        }

        foreach (var arn in PoliciesOf())
        {
            await StepAsync(name, $"Attach policy {PolicyFinder.NameOf(arn)}", async () => await user.AttachAsync(aws, arn));
        }

        foreach (var (policy, document) in Draft.Inline)
        {
            await StepAsync(name, $"Put inline policy {policy}", async () => await user.PutInlineAsync(aws, policy, document));
        }

        if (Draft.HasConsole)
        {
            await StepAsync(name, "Set password", async () =>
            {
                var password = Draft.Password ?? await NewPasswords.MakeAsync(aws);
                await aws.CallAsync(CreateLoginProfileRequest.Operation, new() { UserName = name, Password = password, PasswordResetRequired = Draft.MustReset });
                Made[name] = Made[name] with { Password = password, ConsoleLink = link };
            });
        }

        if (Draft.HasKeys)
        {
            await StepAsync(name, "Create access key", async () =>
            {
                var key = (await aws.CallAsync(CreateAccessKeyRequest.Operation, new() { UserName = name })).AccessKey;
                Made[name] = Made[name] with { AccessKeyId = key.AccessKeyId, SecretAccessKey = key.SecretAccessKey, ConsoleLink = link };
            });
        }
    }

    private IEnumerable<string> PoliciesOf() =>
        (Draft.Way == "group" ? [] : Draft.Policies).Concat(Draft.NeedsChangePassword ? [NewUsersDraft.ChangePasswordPolicy] : []).Distinct();

    private async Task<bool> StepAsync(string name, string step, Func<Task> act)
    {
        var key = $"{name}/{step}";
        if (Done.Contains(key))
        {
            Outcomes.Add(new NewUserOutcome(name, step, null));
            return true;
        }

        try
        {
            await act();
            Done.Add(key);
            Outcomes.Add(new NewUserOutcome(name, step, null));
            return true;
        }
        catch (AwsError error)
        {
            Outcomes.Add(new NewUserOutcome(name, step, error.Message));
            return false;
        }
    }

    private static string PurposeOf(HttpContext http) => $"new users run {http.Features.GetRequiredFeature<ConsoleSession>().Id}";
}
