using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Tags between the wire and the records, with EC2's rules for them.</summary>
internal static class TagRules
{
    private const int MostTags = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The tags of a request.</summary>
    /// <exception cref="AwsError">A key or value that none can have, or a key twice.</exception>
    public static TagSet Read(IReadOnlyList<TagShape>? tags)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            var key = tag.Key ?? throw AwsError.MissingParameter("The request must contain the parameter Tag.Key");
            DemandKey(key);
            if (tag.Value?.Length > LongestValue)
            {
                throw AwsError.InvalidParameterValue($"Tag value exceeds the maximum length of {LongestValue} characters");
            }

            if (!seen.Add(key))
            {
                throw AwsError.InvalidParameterValue($"Duplicate tag key '{key}' specified.");
            }
        }

        return TagSet.Exactly((tags ?? []).Select(static tag => new Tag(tag.Key!, tag.Value ?? "")));
    }

    /// <summary>Refuses a key that no tag can have.</summary>
    public static void DemandKey(string key)
    {
        if (key.Length is 0 or > LongestKey)
        {
            throw AwsError.InvalidParameterValue(
                key.Length == 0 ? "Tag keys must not be empty" : $"Tag key exceeds the maximum length of {LongestKey} characters");
        }

        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw AwsError.InvalidParameterValue("Tag keys starting with 'aws:' are reserved for internal use");
        }
    }

    /// <summary>Puts tags on a resource.</summary>
    /// <exception cref="AwsError">It would have more than fifty.</exception>
    public static void Put(WriteTransaction state, CallContext call, string resourceId, string resourceType, TagSet tags)
    {
        var present = ResourceTags.Of(state, call, resourceId).Select(static tag => tag.Key);
        if (present.Union(tags.Select(static tag => tag.Key), StringComparer.Ordinal).Count() > MostTags)
        {
            throw new AwsError("TagLimitExceeded", 400, $"The maximum number of tags ({MostTags}) for resource {resourceId} is exceeded.");
        }

        foreach (var tag in tags)
        {
            Ec2Tags.Put(state, new Ec2TagRecord
            {
                Account = call.Caller.Account,
                Region = call.Region,
                ResourceId = resourceId,
                ResourceType = resourceType,
                Key = tag.Key,
                Value = tag.Value,
            });
        }
    }

    /// <summary>The tags of a shape.</summary>
    public static TagSet Set(IReadOnlyList<TagShape>? tags) => TagSet.Exactly((tags ?? []).Select(static tag => new Tag(tag.Key!, tag.Value!)));

    /// <summary>The shapes of tags.</summary>
    public static IReadOnlyList<TagShape>? Shapes(TagSet tags) =>
        tags.Count == 0 ? null : [.. tags.Select(static tag => new TagShape { Key = tag.Key, Value = tag.Value })];
}
