using System.Buffers;
using Claviger.Aws;

namespace Claviger.Ec2;

/// <summary>The form of the ids that EC2 gives: a prefix, a dash, 8 or 17 hexadecimal digits.</summary>
internal static class ResourceId
{
    /// <summary>The types of resources, by the prefixes of their ids.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["i"] = "instance",
        ["vol"] = "volume",
        ["eni"] = "network-interface",
        ["vpc"] = "vpc",
        ["subnet"] = "subnet",
        ["sg"] = "security-group",
        ["ami"] = "image",
        ["key"] = "key-pair",
    };

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether an id has the form of those with a prefix.</summary>
    public static bool IsOf(string prefix, string id) =>
        id.Length is var length && (length == prefix.Length + 9 || length == prefix.Length + 18)
        && id.StartsWith(prefix, StringComparison.Ordinal) && id[prefix.Length] == '-'
        && !id.AsSpan(prefix.Length + 1).ContainsAnyExcept(Digits);

    /// <summary>Refuses ids of instances that can't be any's.</summary>
    /// <exception cref="AwsError">InvalidInstanceID.Malformed.</exception>
    public static void DemandInstances(IEnumerable<string>? ids)
    {
        foreach (var id in ids ?? [])
        {
            Demand("i", id, "InvalidInstanceID.Malformed");
        }
    }

    /// <summary>Refuses an id that can't be one.</summary>
    /// <exception cref="AwsError">The code given.</exception>
    public static void Demand(string prefix, string id, string code)
    {
        if (!IsOf(prefix, id))
        {
            throw new AwsError(code, 400, prefix == "ami" ? $"Invalid id: \"{id}\" (expecting \"ami-...\")" : $"Invalid id: \"{id}\"");
        }
    }

    /// <summary>The type of the resource that an id is of, as tags and ARNs name it; null if it is no id that there could be.</summary>
    public static string? TypeOf(string id) =>
        id.LastIndexOf('-') is var dash and > 0 && Types.TryGetValue(id[..dash], out var type) && IsOf(id[..dash], id) ? type : null;
}
