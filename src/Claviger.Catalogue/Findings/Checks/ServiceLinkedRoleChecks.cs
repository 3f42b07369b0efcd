namespace Claviger.Catalogue;

/// <summary>Checks on making service-linked roles.</summary>
internal static class ServiceLinkedRoleChecks
{
    private const string Remedy = "Name the service-linked roles in Resource, or the service in a condition on iam:AWSServiceName.";

    private static readonly FindingCheck NotResource = FindingCheck.Warning("CREATE_SLR_WITH_NOT_RESOURCE",
        "iam:CreateServiceLinkedRole is allowed on all resources but some.", Remedy);

    private static readonly FindingCheck StarActionNotResource = FindingCheck.Warning("CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
        "A wildcard allows iam:CreateServiceLinkedRole, among others, on all resources but some.", Remedy);

    private static readonly FindingCheck NotActionNotResource = FindingCheck.Warning("CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE",
        "NotAction allows iam:CreateServiceLinkedRole, among others, on all resources but some.", Remedy);

    private static readonly FindingCheck StarResource = FindingCheck.Warning("CREATE_SLR_WITH_STAR_IN_RESOURCE",
        "iam:CreateServiceLinkedRole is allowed for every service.", Remedy);

    private static readonly FindingCheck StarActionStarResource = FindingCheck.Warning("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
        "A wildcard allows iam:CreateServiceLinkedRole, among others, for every service.", Remedy);

    private static readonly FindingCheck NotActionStarResource = FindingCheck.Warning("CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
        "NotAction allows iam:CreateServiceLinkedRole, among others, for every service.", Remedy);

    public static CheckFamily Family { get; } = new("iam:CreateServiceLinkedRole",
        [NotResource, StarActionNotResource, NotActionNotResource, StarResource, StarActionStarResource, NotActionStarResource], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Grants ? run.Policy.Statements : [])
        {
            var (grant, member, value) = BroadGrants.Find(statement, "iam:CreateServiceLinkedRole");
            if (grant == BroadGrant.None || statement.ConditionsOn("iam:AWSServiceName").Any(c => c.Values.Any(v => v.Text.Trim('*').Length > 0)))
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
                ? "This statement allows a principal to make service-linked roles."
                : $"{value.Text} here allows a principal to make the service-linked role of any service.");
        }
    }
}
