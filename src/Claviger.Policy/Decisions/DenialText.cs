using System.Text;

namespace Claviger.Policy;

/// <summary>The error text of a denial, in AWS's words.</summary>
public static class DenialText
{
    /// <summary>Writes <c>User: {caller} is not authorized to perform: {action} on resource: {resource} {reason}</c>.</summary>
    /// <param name="decision">A denial.</param>
    /// <param name="caller">The caller's ARN, or <c>anonymous</c>.</param>
    /// <param name="action">The action as the service spells it.</param>
    /// <param name="resource">What the service prints for the resource; null leaves the clause out.</param>
    /// <param name="form">How the service prints it.</param>
    public static string Write(
        in Decision decision, string caller, string action, string? resource, DenialTextForm form = DenialTextForm.Standard)
    {
        var text = new StringBuilder("User: ").Append(caller).Append(" is not authorized to perform: ").Append(action);
        if (resource is not null)
        {
            var quote = form.HasFlag(DenialTextForm.QuotedResource) ? "\"" : "";
            text.Append(" on resource: ").Append(quote).Append(resource).Append(quote);
        }

        if (!form.HasFlag(DenialTextForm.NoReason) && decision.DecidingKind is { } kind)
        {
            text.Append(' ').Append(decision.Verdict == Verdict.ExplicitlyDenied
                ? ExplicitReason(kind, decision.DenyingPolicyArn, form)
                : $"because no {ImplicitName(kind)} allows the {action} action");
        }

        return text.ToString();
    }

    private static string ExplicitReason(PolicyKind kind, string? policyArn, DenialTextForm form)
    {
        if (form.HasFlag(DenialTextForm.BareExplicitDeny))
        {
            return "with an explicit deny";
        }

        var reason = $"with an explicit deny in {ExplicitName(kind)}";
        if (kind == PolicyKind.Endpoint && form.HasFlag(DenialTextForm.EndpointThroughServiceControl))
        {
            return reason + " transitively through a service control policy";
        }

        // AWS: since January 2026 the managed policy is named, for these kinds only.
        var named = kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl or PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session;
        return named && policyArn is not null && !form.HasFlag(DenialTextForm.NoPolicyArn) ? $"{reason}: {policyArn}" : reason;
    }

    private static string ExplicitName(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity => "an identity-based policy",
        PolicyKind.Resource => "a resource-based policy",
        PolicyKind.Trust => "the role trust policy",
        PolicyKind.Boundary => "a permissions boundary",
        PolicyKind.Session => "a session policy",
        PolicyKind.ServiceControl => "a service control policy",
        PolicyKind.ResourceControl => "a resource control policy",
        PolicyKind.Endpoint => "a VPC endpoint policy",
    };

    private static string ImplicitName(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity => "identity-based policy",
        PolicyKind.Resource => "resource-based policy",
        PolicyKind.Trust => "role trust policy",
        PolicyKind.Boundary => "permissions boundary",
        PolicyKind.Session => "session policy",
        PolicyKind.ServiceControl => "service control policy",
        PolicyKind.ResourceControl => "resource control policy",
        PolicyKind.Endpoint => "VPC endpoint policy",
    };
}
