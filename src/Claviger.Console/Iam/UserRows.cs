using System.Globalization;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>What a list of users says beside their names. A column whose first call is refused is left empty: the others would be too.</summary>
internal sealed class UserRows(PrincipalCalls aws, TimeProvider time)
{
    private const string Nothing = "–";
    private const int Most = 60;

    private readonly HashSet<OperationModel> refused = [];

    public async Task<IReadOnlyList<UserRow>> ReadAsync(IEnumerable<UserShape> users)
    {
        var rows = new List<UserRow>();
        foreach (var user in users)
        {
            rows.Add(rows.Count < Most ? await ReadAsync(user) : new UserRow(user, Nothing, Nothing, Nothing, Nothing));
        }

        return rows;
    }

    private async Task<UserRow> ReadAsync(UserShape user)
    {
        var name = user.UserName;
        var groups = await AskAsync(ListGroupsForUserRequest.Operation, new() { UserName = name });
        var devices = await AskAsync(ListMFADevicesRequest.Operation, new() { UserName = name });
        var keys = await AskAsync(ListAccessKeysRequest.Operation, new() { UserName = name });
        return new UserRow(
            user,
            groups?.Groups.Count.ToString(CultureInfo.InvariantCulture) ?? Nothing,
            devices is null ? Nothing : devices.MFADevices.Count > 0 ? "Yes" : "No",
            await ConsoleAccessAsync(name),
            keys?.AccessKeyMetadata.Where(key => key.Status == "Active").Min(key => key.CreateDate) is { } oldest
                ? RelativeTime.Age(oldest, time.GetUtcNow())
                : Nothing);
    }

    private async Task<string> ConsoleAccessAsync(string name)
    {
        if (refused.Contains(GetLoginProfileRequest.Operation))
        {
            return Nothing;
        }

        var answer = await aws.TryAsync(GetLoginProfileRequest.Operation, new() { UserName = name });
        switch (answer.Error)
        {
            case null:
                return "Enabled";
            case { Code: "NoSuchEntity" }:
                return "None";
            default:
                refused.Add(GetLoginProfileRequest.Operation);
                return Nothing;
        }
    }

    private async Task<TResponse?> AskAsync<TRequest, TResponse>(OperationModel<TRequest, TResponse> operation, TRequest request)
        where TRequest : class, IRequestShape<TRequest>
        where TResponse : class, IResponseShape
    {
        if (refused.Contains(operation))
        {
            return null;
        }

        var answer = await aws.TryAsync(operation, request);
        if (!answer.IsGiven)
        {
            refused.Add(operation);
        }

        return answer.Value;
    }
}
