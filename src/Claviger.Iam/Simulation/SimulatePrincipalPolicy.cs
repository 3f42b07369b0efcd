using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Tells what the policies of a user, group or role would say to calls, by the engine that decides real ones.</summary>
internal sealed class SimulatePrincipalPolicy : ReadOperation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>
{
    protected override void Refine(SimulatePrincipalPolicyRequest request, CallContext call) =>
        CallOf(request).Demand(request.PolicyInputList, request.PermissionsBoundaryPolicyInputList);

    protected override void Authorize(SimulatePrincipalPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicySource("iam:SimulatePrincipalPolicy", request.PolicySourceArn, call, state);

    protected override SimulatePrincipalPolicyResponse Run(SimulatePrincipalPolicyRequest request, CallContext call, ReadTransaction state)
    {
        var asked = CallOf(request);
        var source = state.PolicySource(request.PolicySourceArn, call);
        if (asked is { ResourcePolicy: not null, CallerArn: null } && source.Kind != PolicyHolderKind.User)
        {
            throw AwsError.InvalidInput("CallerArn is required where a resource policy is given and the policy source is not a user.");
        }

        var (caller, user) = CallerOf(source, asked, call, state);
        var context = asked.Context(caller, user?.Id ?? source.Id, user?.Name, call);
        var simulator = new Simulator(asked, caller, call.Caller.Account, context)
        {
            Identity =
            [
                .. EntityPolicies.Of(source, call.Caller.Account, state).Where(policy => !IsExcluded(policy, request)).Select(static policy => policy.ToSource()),
                .. Simulator.Named("PolicyInputList", request.PolicyInputList),
            ],
            Boundary = request.PermissionsBoundaryPolicyInputList is { Count: > 0 } boundary
                ? Simulator.Named("PermissionsBoundaryPolicyInputList", boundary)
                : BoundaryOf(source, state),
        };
        return new SimulatePrincipalPolicyResponse
        {
            EvaluationResults = simulator.Run(call, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static SimulatedCall CallOf(SimulatePrincipalPolicyRequest request) => new()
    {
        ActionNames = request.ActionNames,
        ResourceArns = request.ResourceArns,
        ResourcePolicy = request.ResourcePolicy,
        ResourceOwner = request.ResourceOwner,
        CallerArn = request.CallerArn,
        ContextEntries = request.ContextEntries,
        MaxItems = request.MaxItems,
        Marker = request.Marker,
    };

    private static (Principal Caller, PolicyHolder? User) CallerOf(PolicyHolder source, SimulatedCall asked, CallContext call, ReadTransaction state)
    {
        if (asked.CallerArn is { } arn)
        {
            var named = state.PolicySource(arn, call);
            return named.Kind == PolicyHolderKind.User
                ? (Principal.User(named.Arn, call.Caller.Account, named.Id), named)
                : throw AwsError.InvalidInput("CallerArn must be the ARN of a user.");
        }

        return source.Kind switch
        {
            PolicyHolderKind.User => (Principal.User(source.Arn, call.Caller.Account, source.Id), source),
            PolicyHolderKind.Role => (Principal.Role(source.Arn, call.Caller.Account, source.Id), null),
            PolicyHolderKind.Group => (Principal.User(Arns.User(call.Caller.Account, "/", "anybody"), call.Caller.Account), null),
        };
    }

    private static PolicySource[]? BoundaryOf(PolicyHolder source, ReadTransaction state) => source.PermissionsBoundary is { } arn
        ? [new PolicySource(arn[(arn.LastIndexOf('/') + 1)..], arn, PolicyDocument.Load(EntityPolicies.TextOf(arn, state) ?? "{}"))]
        : null;

    private static bool IsExcluded(EntityPolicy policy, SimulatePrincipalPolicyRequest request) => request.PolicyExclusionList?.Any(excluded =>
        (policy.Arn is not null && excluded.PolicyArn == policy.Arn)
        || (policy.Arn is null && excluded.InlinePolicyIdentifier is { } inline && inline.PolicyName == policy.Name
            && inline.AttachmentName == policy.Holder.Name
            && string.Equals(inline.AttachmentType, PolicyHolder.Word(policy.Holder.Kind), StringComparison.OrdinalIgnoreCase))) is true;
}
