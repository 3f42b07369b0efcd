using Microsoft.AspNetCore.Http;

namespace Claviger.Ec2;

/// <summary>Paths of the metadata service: a version of it, then what is asked for. All versions hold the same here.</summary>
internal static class MetadataPath
{
    private static readonly string[] Known =
    [
        "1.0", "2007-01-19", "2007-03-01", "2007-08-29", "2007-10-10", "2007-12-15", "2008-02-01", "2008-09-01", "2009-04-04", "2011-01-01",
        "2011-05-01", "2012-01-12", "2014-02-25", "2014-11-05", "2015-10-20", "2016-04-19", "2016-06-30", "2016-09-02", "2018-03-28", "2018-08-17",
        "2018-09-24", "2019-10-01", "2020-10-27", "2021-01-03", "2021-03-23", "2021-07-15", "2022-07-09", "2022-09-24", "2024-04-11", "latest",
    ];

    /// <summary>The list of versions.</summary>
    public static string Versions { get; } = string.Join('\n', Known);

    /// <summary>Whether the list of versions is asked for.</summary>
    public static bool IsRoot(HttpRequest request) => request.Path.Value is "/" or "";

    /// <summary>What is asked for below a version.</summary>
    public static bool TryRead(HttpRequest request, out string path)
    {
        // More than one slash counts as one.
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        path = parts.Length == 0 ? "" : string.Join('/', parts.Skip(1));
        return parts.Length > 0 && Known.Contains(parts[0], StringComparer.Ordinal);
    }
}
