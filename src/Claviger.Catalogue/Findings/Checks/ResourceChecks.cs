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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wildcards = resource.Values.Where(v => Glob.HasWildcard(v.Text) && seen.Add(v.Text)).Select(v => (v.Text, Arn: ArnSegments.Parse(v.Text))).ToList();
        if (!WorkLimit.Allows(WorkLimit.LengthOf(resource.Values), wildcards.Sum(w => (long)w.Text.Length)))
        {
            return;
        }

        seen.Clear();
        foreach (var value in resource.Values)
        {
            var arn = ArnSegments.Parse(value.Text);
            var covering = wildcards.Find(w => w.Text != value.Text && Covers(w.Text, w.Arn, arn)).Text;
            if (!seen.Add(value.Text))
            {
                run.Report(RedundantResource, value, $"\"{value.Text}\" is here for the second time.");
            }
            else if (covering is not null)
            {
                run.Report(RedundantResource, value, $"\"{value.Text}\" is covered by \"{covering}\".");
            }
        }
    }

    /// <summary>Whether one entry of Resource matches all that another one does.</summary>
    internal static bool Covers(string whole, string part) => whole == part || Covers(whole, ArnSegments.Parse(whole), ArnSegments.Parse(part));

    private static bool Covers(string whole, ArnSegments? wholeArn, ArnSegments? part) => whole == "*"
        || (wholeArn is not null && part is not null
            && Glob.Covers(wholeArn.Partition, part.Partition, ignoreCase: true)
            && Glob.Covers(wholeArn.Service, part.Service, ignoreCase: true)
            && Glob.Covers(wholeArn.Region, part.Region, ignoreCase: true)
            && Glob.Covers(wholeArn.Account, part.Account, ignoreCase: true)
            && Glob.Covers(wholeArn.Resource, part.Resource, ignoreCase: false));
}
