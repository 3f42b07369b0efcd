namespace Claviger.Catalogue;

/// <summary>Checks on handing roles to services: who may pass every role has every role's permissions.</summary>
internal static class PassRoleChecks
{
    private const string Remedy = "Name the roles in Resource, and the service in a condition on iam:PassedToService.";

    private static readonly FindingCheck NotResource = FindingCheck.Security("PASS_ROLE_WITH_NOT_RESOURCE",
        "iam:PassRole is allowed on all resources but some.", Remedy);

    private static readonly FindingCheck StarActionNotResource = FindingCheck.Security("PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
        "A wildcard allows iam:PassRole, among others, on all resources but some.", Remedy);

    private static readonly FindingCheck NotActionNotResource = FindingCheck.Security("PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE",
        "NotAction allows iam:PassRole, among others, on all resources but some.", Remedy);

    private static readonly FindingCheck StarResource = FindingCheck.Security("PASS_ROLE_WITH_STAR_IN_RESOURCE",
        "iam:PassRole is allowed on every role, for every service.", Remedy);

    private static readonly FindingCheck StarActionStarResource = FindingCheck.Security("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
        "A wildcard allows iam:PassRole, among others, on every role, for every service.", Remedy);

    private static readonly FindingCheck NotActionStarResource = FindingCheck.Security("PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
        "NotAction allows iam:PassRole, among others, on every role, for every service.", Remedy);

    public static CheckFamily Family { get; } = new("iam:PassRole",
        [NotResource, StarActionNotResource, NotActionNotResource, StarResource, StarActionStarResource, NotActionStarResource], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Grants ? run.Policy.Statements : [])
        {
            var (grant, member, value) = BroadGrants.Find(statement, "iam:PassRole");
            if (grant == BroadGrant.None || statement.ConditionsOn("iam:PassedToService").Any(c => c.Values.Any(v => v.Text.Trim('*').Length > 0)))
            {
                continue;
            }

            var check = grant switch
            {
                BroadGrant.ActionNotResource => NotResource,
                BroadGrant.StarActionNotResource => StarActionNotResource,
                BroadGrant.NotActionNotResource => NotActionNotResource,
                BroadGrant.ActionStarResource => StarResource,
                BroadGrant.StarActionStarResource => StarActionStarResource,
                _ => NotActionStarResource,
            };
            run.Report(check, member!, value is null
                ? "This statement allows a principal to pass roles to services."
                : $"{value.Text} here allows a principal to pass any role to any service.");
        }
    }
}
