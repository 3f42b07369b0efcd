using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists, for each service asked about, the policies of an entity that allow anything of it.</summary>
internal sealed class ListPoliciesGrantingServiceAccess : ReadOperation<ListPoliciesGrantingServiceAccessRequest, ListPoliciesGrantingServiceAccessResponse>
{
    protected override void Authorize(ListPoliciesGrantingServiceAccessRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicySource("iam:ListPoliciesGrantingServiceAccess", request.Arn, call, state);

    protected override ListPoliciesGrantingServiceAccessResponse Run(
        ListPoliciesGrantingServiceAccessRequest request, CallContext call, ReadTransaction state)
    {
        var policies = EntityPolicies.Of(state.PolicySource(request.Arn, call), call.Caller.Account, state);
        return new ListPoliciesGrantingServiceAccessResponse
        {
            PoliciesGrantingServiceAccess = [.. request.ServiceNamespaces.Select(service => new ListPoliciesGrantingServiceAccessEntryShape
            {
                ServiceNamespace = service,
                Policies = [.. policies.Where(policy => GrantedServices.Reaches(policy.Document, service)).Select(Shape)],
            })],
            IsTruncated = false,
        };
    }

    // AWS: who has it is told of inline policies alone.
    private static PolicyGrantingServiceAccessShape Shape(EntityPolicy policy) => new()
    {
        PolicyName = policy.Name,
        PolicyType = policy.Arn is null ? "INLINE" : "MANAGED",
        PolicyArn = policy.Arn,
        EntityType = policy.Arn is null ? PolicyHolder.Word(policy.Holder.Kind).ToUpperInvariant() : null,
        EntityName = policy.Arn is null ? policy.Holder.Name : null,
    };
}
