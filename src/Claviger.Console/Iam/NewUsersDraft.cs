using System.Text.Json;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Console;

/// <summary>What the wizard for new users has been told so far. It goes through the browser sealed: it may hold a password.</summary>
public sealed record NewUsersDraft
{
    /// <summary>The most names at once.</summary>
    public const int MostNames = 10;

    /// <summary>What lets users change the password that they are made to change.</summary>
    public const string ChangePasswordPolicy = "arn:aws:iam::aws:policy/IAMUserChangePassword";

    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <summary>The users' names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether they get a password.</summary>
    public bool HasConsole { get; init; } = true;

    /// <summary>Whether they get an access key.</summary>
    public bool HasKeys { get; init; }

    /// <summary>The password for all of them; null: one is made for each.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the password must be changed at the first sign-in.</summary>
    public bool MustReset { get; init; } = true;

    /// <summary>How permissions are given: <c>group</c>, <c>copy</c> or <c>policy</c>.</summary>
    public string Way { get; init; } = "group";

    /// <summary>The groups to be added to.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The user whose permissions are copied; null for none.</summary>
    public string? CopyFrom { get; init; }

    /// <summary>The policies to attach.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>The policy that bounds permissions; null for none.</summary>
    public string? Boundary { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Inline policies that copying brings, by name.</summary>
    public IReadOnlyDictionary<string, string> Inline { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the users also get what lets them change their password.</summary>
    public bool NeedsChangePassword { get; init; }

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => string.Join(", ", Names);

    internal string Seal(Seals seals, HttpContext http) => seals.Seal(PurposeOf(http), JsonSerializer.Serialize(this), Life);

    internal static NewUsersDraft Open(Seals seals, HttpContext http, string? text) =>
        text is not null && seals.Open(PurposeOf(http), text) is { } json ? JsonSerializer.Deserialize<NewUsersDraft>(json)! : new NewUsersDraft();

    /// <summary>The draft with what copying brings looked up, and what a forced change of password needs.</summary>
    internal async Task<NewUsersDraft> ResolveAsync(PrincipalCalls aws)
    {
        var draft = this with { NeedsChangePassword = HasConsole && MustReset && !await UsersMayChangeAsync(aws) };
        if (Way != "copy" || CopyFrom is null)
        {
            return draft with { Inline = new Dictionary<string, string>() };
        }

        var user = new UserHolder(CopyFrom);
        var inline = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in await user.ListInlineAsync(aws))
        {
            inline[name] = await user.GetInlineAsync(aws, name);
        }

        return draft with
        {
            Groups = [.. (await aws.CallAsync(ListGroupsForUserRequest.Operation, new() { UserName = CopyFrom })).Groups.Select(static group => group.GroupName)],
            Policies = [.. (await user.ListAttachedAsync(aws)).Select(static policy => policy.PolicyArn!)],
            Boundary = (await aws.CallAsync(GetUserRequest.Operation, new() { UserName = CopyFrom })).User.PermissionsBoundary?.PermissionsBoundaryArn,
            Inline = inline,
        };
    }

    private static async Task<bool> UsersMayChangeAsync(PrincipalCalls aws) =>
        (await aws.TryAsync(GetAccountPasswordPolicyRequest.Operation, new())).Value?.PasswordPolicy.AllowUsersToChangePassword is true;

    private static string PurposeOf(HttpContext http) => $"new users {http.Features.GetRequiredFeature<ConsoleSession>().Id}";
}
