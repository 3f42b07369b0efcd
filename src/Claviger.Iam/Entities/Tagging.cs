using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Tags between the wire and the records, with AWS's rules for them.</summary>
internal static class Tagging
{
    private const int MostTags = 50;

    /// <summary>The tags of a request.</summary>
    /// <exception cref="AwsError">A key stands twice, or begins with <c>aws:</c>.</exception>
    public static TagSet Read(IReadOnlyList<TagShape>? tags)
    {
        if (tags is null or [])
        {
            return TagSet.Empty;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in tags)
        {
            if (!seen.Add(tag.Key!))
            {
                throw AwsError.InvalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }

            if (tag.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw AwsError.InvalidInput("Caller is not permitted to modify or delete system tags. Tag keys can't start with aws:.");
            }
        }

        return TagSet.Of(tags.Select(tag => new Tag(tag.Key!, tag.Value!)));
    }

    /// <summary>An entity's tags with those of a request put over them.</summary>
    /// <exception cref="AwsError">They would be more than 50.</exception>
    public static TagSet Merge(TagSet present, TagSet added)
    {
        var merged = present.With(added);
        return merged.Count <= MostTags
            ? merged
            : throw AwsError.LimitExceeded("The number of tags has reached the maximum limit.");
    }

    /// <summary>The shapes of an entity's tags; null where there are none, as AWS leaves them out.</summary>
    public static IReadOnlyList<TagShape>? Shapes(TagSet tags) => tags.Count == 0 ? null : [.. tags.Select(Shape)];

    /// <summary>The shape of a tag.</summary>
    public static TagShape Shape(Tag tag) => new() { Key = tag.Key, Value = tag.Value };

    /// <summary>The part of an entity's tags that a call which lists them asks for, by key.</summary>
    public static IReadOnlyList<TagShape> List(TagSet tags, Page page, out string? marker) =>
    [
        .. page.CutWhole(tags.OrderBy(static tag => NameKey.Of(tag.Key), StringComparer.Ordinal), static tag => NameKey.Of(tag.Key), out marker).Select(Shape),
    ];
}
