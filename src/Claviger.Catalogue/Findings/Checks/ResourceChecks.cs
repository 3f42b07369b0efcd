namespace Claviger.Catalogue;

/// <summary>Checks on lists of resources.</summary>
internal static class ResourceChecks
{
    private static readonly FindingCheck EmptyArrayResource = FindingCheck.Suggestion("EMPTY_ARRAY_RESOURCE",
        "The list of resources is empty, so that the statement never applies.", "Name resources, or remove the statement.");

    private static readonly FindingCheck RedundantResource = FindingCheck.Suggestion("REDUNDANT_RESOURCE",
        "A resource is matched by another entry of the same list.", "Remove it.");

    public static CheckFamily Family { get; } = new("Resources", [EmptyArrayResource, RedundantResource], Run);

    private static void Run(CheckRun run)
    {
        foreach (var resource in run.Policy.Statements.Select(s => s.Resource).OfType<ElementSyntax>())
        {
            if (resource.Member.Value is { IsArray: true, Items.IsEmpty: true })
            {
                run.Report(EmptyArrayResource, resource.Member.Value, $"{resource.Member.Name} is empty: this statement never applies.");
            }

            CheckRedundancy(run, resource);
        }
    }

    private static void CheckRedundancy(CheckRun run, ElementSyntax resource)
    {
        var values = resource.Values;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                // Of two that are equal only the later one is redundant.
                if (i != j && Covers(values[j].Text, values[i].Text) && (j < i || !Covers(values[i].Text, values[j].Text)))
                {
                    run.Report(RedundantResource, values[i], $"\"{values[i].Text}\" is covered by \"{values[j].Text}\".");
                    break;
                }
            }
        }
    }

    /// <summary>Whether one entry of Resource matches all that another one does.</summary>
    internal static bool Covers(string whole, string part)
    {
        if (whole == "*" || whole == part)
        {
            return true;
        }

        return ArnSegments.Parse(whole) is { } w && ArnSegments.Parse(part) is { } p
            && Glob.Covers(w.Partition, p.Partition, ignoreCase: true)
            && Glob.Covers(w.Service, p.Service, ignoreCase: true)
            && Glob.Covers(w.Region, p.Region, ignoreCase: true)
            && Glob.Covers(w.Account, p.Account, ignoreCase: true)
            && Glob.Covers(w.Resource, p.Resource, ignoreCase: false);
    }
}
