using System.Text.RegularExpressions;

namespace Claviger.Catalogue;

/// <summary>An entry of Resource as a pattern: its parts with every policy variable as a wildcard.</summary>
internal sealed partial class ResourcePattern
{
    private readonly ArnSegments _glob;

    public ResourcePattern(ArnSegments arn) =>
        _glob = new ArnSegments(ToGlob(arn.Partition), ToGlob(arn.Service), ToGlob(arn.Region), ToGlob(arn.Account), ToGlob(arn.Resource));

    /// <summary>Whether some resource of the kind can be meant.</summary>
    public bool CanBe(ResourceType type) => FitsService(type) && FitsResource(type) && FitsRegion(type) && FitsAccount(type);

    public bool FitsService(ResourceType type) => Overlaps(_glob.Service, type.Form.Service);

    public bool FitsRegion(ResourceType type) => Overlaps(_glob.Region, type.Form.Region);

    // AWS: what belongs to AWS itself has no account in these services.
    public bool FitsAccount(ResourceType type) => Overlaps(_glob.Account, type.Form.Account)
        || (_glob.Account.Length == 0 && _glob.Service is "ssm" or "resource-explorer-2");

    // AWS: "bucket/*" is never a bucket. Most other names may have a slash, or stand where one tells them apart.
    public bool FitsResource(ResourceType type) => Overlaps(_glob.Resource, type.Form.Resource)
        && !(type.ArnPattern.EndsWith(":${BucketName}", StringComparison.Ordinal) && _glob.Resource.Contains('/', StringComparison.Ordinal));

    private static bool Overlaps(string segment, string form) => Glob.Overlaps(segment, form, ignoreCase: true);

    private static string ToGlob(string text) => text.Contains("${", StringComparison.Ordinal) ? VariableRegex().Replace(text, "*") : text;

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex VariableRegex();
}
