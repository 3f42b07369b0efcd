using System.Collections.Frozen;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks on grants that are wider than their authors may know.</summary>
internal static class ExposureChecks
{
    private static readonly FindingCheck AllowWithNotPrincipal = FindingCheck.Security("ALLOW_WITH_NOT_PRINCIPAL",
        "An Allow with NotPrincipal grants to everyone but those named, anonymous callers among them.", "Name in Principal who may.");

    private static readonly FindingCheck AllowWithNotAction = FindingCheck.Security("ALLOW_WITH_NOT_ACTION",
        "An Allow with NotAction grants every action but those named, also those to come.", "Name in Action what may be done.");

    private static readonly FindingCheck FullAdministration = FindingCheck.Security("ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES",
        "A statement allows everything on everything.", "Name actions and resources, unless this is an administrator's policy.");

    private static readonly FindingCheck PublicAccess = FindingCheck.Security("PUBLIC_ACCESS",
        "A resource policy allows everyone, anonymous callers among them, without a condition that limits who or from where.",
        "Name principals, or add a condition such as on aws:PrincipalOrgID or aws:SourceVpce.");

    private static readonly FindingCheck ServicePrincipalUnbound = FindingCheck.Security("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
        "A resource policy allows a service, whoever makes it act: anyone's resource in that service can reach this one through it.",
        "Add a condition on aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths.");

    private static readonly FindingCheck AssumeAnyRole = FindingCheck.Security("ASSUME_ROLE_WITH_STAR_IN_RESOURCE",
        "sts:AssumeRole is allowed on every role, also of other accounts.", "Name the roles in Resource.");

    private static readonly FindingCheck PermissionsOnEverything = FindingCheck.Security("PERMISSIONS_MANAGEMENT_WITH_STAR_IN_RESOURCE",
        "An IAM action that changes permissions is allowed on every user, group, role or policy: whoever has it can give themselves everything.",
        "Name the resources, or limit the grant with iam:PermissionsBoundary or iam:PolicyARN.");

    private static readonly FindingCheck Spoofable = FindingCheck.Security("SPOOFABLE_CONDITION_KEY",
        "An Allow is limited by nothing but aws:UserAgent or aws:referer, which the caller is free to write.", "Add a condition on something that AWS establishes.");

    private static readonly FrozenSet<string> WrittenByCaller = new[] { "aws:UserAgent", "aws:referer" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What doesn't say who calls or from where.
    private static readonly FrozenSet<string> NoLimit = new[] { "aws:SecureTransport", "aws:CurrentTime", "aws:EpochTime", "aws:RequestedRegion" }
        .Concat(WrittenByCaller).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> SourceKeys =
        new[] { "aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static CheckFamily Family { get; } = new("Wide grants",
        [AllowWithNotPrincipal, AllowWithNotAction, FullAdministration, PublicAccess, ServicePrincipalUnbound, AssumeAnyRole, PermissionsOnEverything, Spoofable],
        Run);

    private static void Run(CheckRun run)
    {
        if (!run.Policy.Grants)
        {
            return;
        }

        foreach (var statement in run.Policy.Statements.Where(s => s.IsAllow))
        {
            CheckPrincipal(run, statement);
            if (statement.Action is { IsNegated: true } notAction)
            {
                run.Report(AllowWithNotAction, notAction.Member, "This statement allows every action but those named.");
            }

            if (run.Policy.Kind == PolicyKind.Identity && statement is { Action: { IsNegated: false } action, Resource: { IsNegated: false } resource })
            {
                CheckIdentity(run, statement, action, resource);
            }

            if (!statement.Conditions.IsEmpty && statement.Conditions.All(c => WrittenByCaller.Contains(c.Key.Name)))
            {
                run.Report(Spoofable, statement.Conditions[0].Key, $"Any caller can send the {statement.Conditions[0].Key.Name} that is asked for.");
            }
        }
    }

    private static void CheckPrincipal(CheckRun run, StatementSyntax statement)
    {
        if (statement.Principal is { IsNegated: true } negated)
        {
            run.Report(AllowWithNotPrincipal, negated.Member, "Everyone but those named here is allowed, anonymous callers among them.");
        }
        else if (statement.Principal is { } principal && run.Policy.Kind == PolicyKind.Resource)
        {
            if (principal.IsEveryone && statement.Conditions.All(c => NoLimit.Contains(c.Key.Name)))
            {
                run.Report(PublicAccess, principal.Member, "Everyone is allowed, anonymous callers among them.");
            }

            if (principal.Of("Service").FirstOrDefault() is { } service && !statement.Conditions.Any(c => SourceKeys.Contains(c.Key.Name)))
            {
                run.Report(ServicePrincipalUnbound, service, $"{service.Text} may act here on anyone's behalf.");
            }
        }
    }

    private static void CheckIdentity(CheckRun run, StatementSyntax statement, ElementSyntax action, ElementSyntax resource)
    {
        var isEveryResource = resource.Values.Any(r => r.Text == "*");
        if (!isEveryResource || !statement.Conditions.IsEmpty)
        {
            return;
        }

        var patterns = action.Values.Select(v => (Value: v, Pattern: ActionPattern.Parse(v.Text))).Where(p => p.Pattern is not null).ToList();
        if (patterns.Find(p => p.Pattern!.IsEverything) is { Value: { } everything })
        {
            run.Report(FullAdministration, everything, "Everything is allowed on everything.");
            return;
        }

        if (patterns.Find(p => p.Pattern!.Matches("sts:AssumeRole")) is { Value: { } assume })
        {
            run.Report(AssumeAnyRole, assume, $"{assume.Text} allows assuming every role that trusts the caller or the caller's account.");
        }

        // One finding a statement: who manages permissions has mostly many such actions together.
        if (patterns.Find(p => GrantsPermissions(p.Pattern!)) is { Value: { } grants })
        {
            run.Report(PermissionsOnEverything, grants, $"{grants.Text} allows changing the permissions of anyone.");
        }
    }

    private static bool GrantsPermissions(ActionPattern pattern) =>
        pattern.Prefix.Equals("iam", StringComparison.OrdinalIgnoreCase)
        && pattern.FindService() is { } iam
        && pattern.FindActions(iam).Any(a => a.AccessLevel == AccessLevel.PermissionsManagement);
}
