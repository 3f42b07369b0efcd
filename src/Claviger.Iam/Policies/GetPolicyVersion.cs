using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a version of a managed policy, with its document.</summary>
internal sealed class GetPolicyVersion : ReadOperation<GetPolicyVersionRequest, GetPolicyVersionResponse>
{
    protected override void Authorize(GetPolicyVersionRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicy("iam:GetPolicyVersion", call, request.PolicyArn, state);

    protected override GetPolicyVersionResponse Run(GetPolicyVersionRequest request, CallContext call, ReadTransaction state)
    {
        if (!PolicyTargets.IsAwsOwned(request.PolicyArn))
        {
            var policy = state.Policy(call, request.PolicyArn);
            return new GetPolicyVersionResponse { PolicyVersion = PolicyVersionShapes.Whole(state.Version(policy, request.VersionId), policy) };
        }

        var aws = PolicyTargets.AwsPolicy(request.PolicyArn);
        return aws.TryFindVersion(request.VersionId, out var version)
            ? new GetPolicyVersionResponse { PolicyVersion = PolicyVersionShapes.Of(version, aws, withDocument: true) }
            : throw PolicyVersionTargets.NotFound(request.PolicyArn, request.VersionId);
    }
}
