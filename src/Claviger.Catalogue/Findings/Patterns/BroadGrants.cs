namespace Claviger.Catalogue;

/// <summary>Classifies how a statement grants one sensitive action on roles.</summary>
internal static class BroadGrants
{
    /// <param name="statement">An Allow statement.</param>
    /// <param name="action">The action, such as <c>iam:PassRole</c>.</param>
    /// <returns>The grant and the entry or element that makes it.</returns>
    public static (BroadGrant Grant, JsonMember? Member, JsonSyntax? Value) Find(StatementSyntax statement, string action)
    {
        if (!statement.IsAllow || statement.Action is not { } actions || statement.Resource is not { } resources)
        {
            return default;
        }

        var broadResource = resources.IsNegated ? null : resources.Values.FirstOrDefault(r => IsAllRoles(r.Text));
        if (!resources.IsNegated && broadResource is null)
        {
            return default;
        }

        var matching = actions.Values.Where(v => ActionPattern.Parse(v.Text)?.Matches(action) == true).ToList();
        if (actions.IsNegated)
        {
            return matching.Count > 0 ? default : (resources.IsNegated ? BroadGrant.NotActionNotResource : BroadGrant.NotActionStarResource, actions.Member, null);
        }

        if (matching.Count == 0)
        {
            return default;
        }

        var isNamed = matching.Exists(v => v.Text.Equals(action, StringComparison.OrdinalIgnoreCase));
        var grant = (isNamed, resources.IsNegated) switch
        {
            (true, true) => BroadGrant.ActionNotResource,
            (false, true) => BroadGrant.StarActionNotResource,
            (true, false) => BroadGrant.ActionStarResource,
            (false, false) => BroadGrant.StarActionStarResource,
        };
        return (grant, resources.Member, matching[0]);
    }

    // "*", and ARNs of roles whose name is left wholly open; a path or the beginning of a name is a choice that somebody made.
    private static bool IsAllRoles(string resource) => resource == "*"
        || (ArnSegments.Parse(resource) is { } arn && Glob.Covers(arn.Resource, "role/*", ignoreCase: false) && Glob.Covers(arn.Service, "iam", ignoreCase: true));
}
