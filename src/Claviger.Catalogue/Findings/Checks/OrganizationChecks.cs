using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks on what the policies of organizations can't say.</summary>
internal static class OrganizationChecks
{
    private static readonly FindingCheck ScpPrincipal = FindingCheck.Error("SCP_SYNTAX_ERROR_PRINCIPAL",
        "A service control policy names a principal.", "Remove the element; compare aws:PrincipalArn in a condition.");

    private static readonly FindingCheck RcpAllow = FindingCheck.Error("RCP_SYNTAX_ERROR_ALLOW",
        "A resource control policy allows: only AWS's own RCPFullAWSAccess does.", "Write what is denied.");

    private static readonly FindingCheck RcpPrincipal = FindingCheck.Error("RCP_SYNTAX_ERROR_PRINCIPAL",
        "The principal of a resource control policy is not \"*\".", "Write \"Principal\": \"*\", and compare aws:PrincipalArn in a condition.");

    private static readonly FindingCheck RcpNotPrincipal = FindingCheck.Error("RCP_SYNTAX_ERROR_NOTPRINCIPAL",
        "A resource control policy has NotPrincipal.", "Write \"Principal\": \"*\", and compare aws:PrincipalArn in a condition.");

    private static readonly FindingCheck RcpNotAction = FindingCheck.Error("RCP_SYNTAX_ERROR_NOTACTION",
        "A resource control policy has NotAction.", "Name the actions in Action.");

    private static readonly FindingCheck RcpAction = FindingCheck.Error("RCP_SYNTAX_ERROR_ACTION",
        "The action of a resource control policy is \"*\" alone.", "Name services, as in s3:*.");

    private static readonly FindingCheck DenyEverything = FindingCheck.Warning("DENIES_EVERYTHING",
        "A policy of an organization denies every action on every resource without a condition: nobody in the accounts below can do anything.",
        "Limit the statement, unless the accounts are to be shut.");

    public static CheckFamily Family { get; } = new("Policies of organizations",
        [ScpPrincipal, RcpAllow, RcpPrincipal, RcpNotPrincipal, RcpNotAction, RcpAction, DenyEverything], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.IsOrganizations ? run.Policy.Statements : [])
        {
            if (run.Policy.Kind == PolicyKind.ResourceControl)
            {
                CheckResourceControl(run, statement);
            }
            else if (statement.Principal is { } principal)
            {
                run.Report(ScpPrincipal, principal.Member, $"A service control policy can't have {principal.Member.Name}.");
            }

            if (statement.IsDeny && statement.Conditions.IsEmpty && Says(statement.Action, "*") && Says(statement.Resource, "*"))
            {
                run.Report(DenyEverything, statement.Node, "This statement denies everything to everyone.");
            }
        }
    }

    private static void CheckResourceControl(CheckRun run, StatementSyntax statement)
    {
        if (statement.IsAllow)
        {
            run.Report(RcpAllow, statement.Effect!.Value, "A resource control policy can only deny.");
        }

        if (statement.Principal is { IsNegated: true } negated)
        {
            run.Report(RcpNotPrincipal, negated.Member, "A resource control policy can't have NotPrincipal.");
        }
        else if (statement.Principal is { } principal && !(principal.Member.Value is { IsString: true, Text: "*" }))
        {
            run.Report(RcpPrincipal, principal.Member, "A resource control policy applies to everyone: its principal must be \"*\".");
        }

        if (statement.Action is { IsNegated: true } notAction)
        {
            run.Report(RcpNotAction, notAction.Member, "A resource control policy can't have NotAction.");
        }
        else if (Says(statement.Action, "*"))
        {
            run.Report(RcpAction, statement.Action!.Member, "A resource control policy must name services.");
        }
    }

    private static bool Says(ElementSyntax? element, string text) => element is { IsNegated: false } && element.Values.Any(v => v.Text == text);
}
