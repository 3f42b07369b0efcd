using Claviger.Catalogue;

namespace Claviger.Console;

/// <summary>The words of a policy's summary, as AWS's console has them.</summary>
internal static class SummaryWords
{
    private const string Multiple = "Multiple";

    /// <summary>A service as its table calls it: by the name that AWS gives it, and the prefix that policies do.</summary>
    public static string Name(Service service) => service.Name.Contains(service.Prefix, StringComparison.OrdinalIgnoreCase) ? service.Name : $"{service.Name} ({service.Prefix})";

    public static string Level(AccessLevel level) => level switch
    {
        AccessLevel.List => "List",
        AccessLevel.Read => "Read",
        AccessLevel.Write => "Write",
        AccessLevel.PermissionsManagement => "Permissions management",
        AccessLevel.Tagging => "Tagging",
    };

    /// <summary>How much of each level: <c>Full: List, Read Limited: Write</c>.</summary>
    public static string Levels(ServiceSummary service)
    {
        var levels = service.Levels;
        if (levels.All(static level => level.IsFull))
        {
            return "Full access";
        }

        var full = string.Join(", ", levels.Where(static level => level.IsFull).Select(static level => Level(level.Level)));
        var limited = string.Join(", ", levels.Where(static level => level is { IsFull: false, Named: > 0 }).Select(static level => Level(level.Level)));
        return (full.Length > 0, limited.Length > 0) switch
        {
            (true, true) => $"Full: {full} Limited: {limited}",
            (true, false) => $"Full: {full}",
            (false, true) => $"Limited: {limited}",
            (false, false) => "None: no resource of its kinds",
        };
    }

    public static string Resource(ResourceSummary resource) => resource.Resource switch
    {
        ResourceSummary.All => "All resources",
        ResourceSummary.AllBut => "All resources but those listed",
        var text => text,
    };

    /// <summary>The one resource of several entries, or that there are several.</summary>
    public static string Resources(IEnumerable<ResourceSummary> resources) => One(resources.Select(Resource), "–");

    /// <summary>The one condition of several entries, or that there are several.</summary>
    public static string Conditions(IEnumerable<ResourceSummary> resources) => One(resources.Select(static resource => resource.Condition.Length == 0 ? "None" : resource.Condition), "–");

    /// <summary>A Region or account of an ARN.</summary>
    public static string Part(string text, string all) => text switch
    {
        "" => "–",
        ResourceSummary.All => all,
        _ => text,
    };

    private static string One(IEnumerable<string> texts, string none)
    {
        string? first = null;
        foreach (var text in texts)
        {
            if (first is not null && first != text)
            {
                return Multiple;
            }

            first = text;
        }

        return first ?? none;
    }
}
