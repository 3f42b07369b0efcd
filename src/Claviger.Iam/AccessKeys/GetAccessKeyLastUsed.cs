using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Tells when, for which service and in which region an access key of the account was last used, and whose it is.</summary>
internal sealed class GetAccessKeyLastUsed : ReadOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>
{
    private const string Never = "N/A";

    protected override void Authorize(GetAccessKeyLastUsedRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var key = Find(request, call, state);
        var user = Owner(key, state);

        // The owner of a key that isn't there is a user without a name, so that who may not ask is told the same of it as of others.
        var owner = key is null || user is not null
            ? Arns.User(call.Caller.Account, user?.Path ?? "/", user?.Name ?? "")
            : Arns.Root(call.Caller.Account);
        targets.Add("iam:GetAccessKeyLastUsed", owner).Named($"access key {request.AccessKeyId}").WithResourceTags(user?.Tags);
    }

    protected override GetAccessKeyLastUsedResponse Run(GetAccessKeyLastUsedRequest request, CallContext call, ReadTransaction state)
    {
        // AWS: a key that isn't there, or is another account's, is denied rather than not found; its sentence has no colon after "perform".
        var key = Find(request, call, state) ?? throw AwsError.AccessDenied(
            $"User: {call.Caller.Arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key {request.AccessKeyId}");
        return new GetAccessKeyLastUsedResponse
        {
            UserName = Owner(key, state)?.Name,
            AccessKeyLastUsed = new AccessKeyLastUsedShape
            {
                LastUsedDate = key.LastUsed,
                ServiceName = key.LastUsedService ?? Never,
                Region = key.LastUsedRegion ?? Never,
            },
        };
    }

    private static AccessKeyRecord? Find(GetAccessKeyLastUsedRequest request, CallContext call, ReadTransaction state) =>
        AccessKeys.Find(state, request.AccessKeyId) is { } key && key.Account == call.Caller.Account ? key : null;

    private static UserRecord? Owner(AccessKeyRecord? key, ReadTransaction state) =>
        key?.UserId is { } id ? Users.ById(state, key.Account, id) : null;
}
