using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Tells a caller who it is.</summary>
internal sealed class GetCallerIdentity : ReadOperation<GetCallerIdentityRequest, GetCallerIdentityResponse>
{
    // AWS: allowed to every authenticated caller, even against an explicit deny; so there is no target.
    protected override void Authorize(GetCallerIdentityRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
    }

    protected override GetCallerIdentityResponse Run(GetCallerIdentityRequest request, CallContext call, ReadTransaction state) => new()
    {
        UserId = call.Caller.UserId,
        Account = call.Caller.Account.ToString(),
        Arn = call.Caller.Arn,
    };
}
