using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Ec2;

/// <summary>AWS's regions and their zones. This server answers for all of them; each keeps its own instances.</summary>
internal static class Regions
{
    private const string NoOptIn = "opt-in-not-required";
    private const string NotOptedIn = "not-opted-in";

    // The regions of the first years are enabled in every account; later ones must be asked for.
    private static readonly string[] Always =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1",
        "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    private static readonly string[] OnRequest =
    [
        "af-south-1", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-7", "ca-west-1", "eu-central-2",
        "eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1", "mx-central-1",
    ];

    /// <summary>All regions with their opt-in status, in the order of their names.</summary>
    public static IReadOnlyList<(string Name, string OptIn)> All { get; } =
    [
        .. Always.Select(static name => (name, NoOptIn)).Concat(OnRequest.Select(static name => (name, NotOptedIn)))
            .OrderBy(static region => region.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Whether the region is enabled without being asked for.</summary>
    public static bool IsEnabled(string optIn) => optIn == NoOptIn;

    /// <summary>The zones of the call's region: three.</summary>
    /// <exception cref="AwsError">AWS has no such region.</exception>
    public static IReadOnlyList<Zone> ZonesOf(CallContext call)
    {
        if (Array.IndexOf(Always, call.Region) < 0 && Array.IndexOf(OnRequest, call.Region) < 0)
        {
            throw AwsError.InvalidParameterValue($"Region '{call.Region}' does not exist.");
        }

        var prefix = Abbreviated(call.Region);
        return [.. "abc".Select((letter, i) => new Zone($"{call.Region}{letter}", $"{prefix}-az{i + 1}", i))];
    }

    /// <summary>The endings of names within the network of a region.</summary>
    public static string PrivateDomain(string region) => region == "us-east-1" ? "ec2.internal" : $"{region}.compute.internal";

    // AWS: us-east-1 is use1 in the ids of zones, ap-southeast-2 apse2.
    private static string Abbreviated(string region)
    {
        var parts = region.Split('-');
        var direction = parts[1] switch
        {
            "northeast" => "ne",
            "northwest" => "nw",
            "southeast" => "se",
            "southwest" => "sw",
            var word => word[..1],
        };
        return $"{parts[0]}{direction}{parts[2]}";
    }
}
