using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>The tags of sessions: those a request passes, and those a chain of roles hands on.</summary>
internal static class SessionTags
{
    private const int MostTags = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>Refuses tags that AWS refuses, whoever asks.</summary>
    /// <exception cref="AwsError">A key stands twice or is reserved, or a transitive key isn't among the tags.</exception>
    public static void Check(IReadOnlyList<TagShape>? tags, IReadOnlyList<string>? transitiveKeys)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in tags ?? [])
        {
            if (!seen.Add(tag.Key))
            {
                throw AwsError.InvalidParameterValue("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }

            if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw AwsError.InvalidParameterValue("Invalid parameter: Tag keys that begin with aws: are reserved.");
            }
        }

        foreach (var key in transitiveKeys ?? [])
        {
            if (!seen.Contains(key))
            {
                throw AwsError.InvalidParameterValue("The specified transitive tag key must be included in the requested tags.");
            }
        }
    }

    /// <summary>Refuses tags of an identity provider that are too many or too long for a session: those of a request, the model checks.</summary>
    /// <exception cref="AwsError">InvalidIdentityToken.</exception>
    public static void CheckForm(SessionTagClaims claims)
    {
        if (claims.Tags.Count > MostTags || claims.TransitiveTagKeys.Count > MostTags
            || claims.Tags.Any(static tag => tag.Key is not { Length: >= 1 and <= LongestKey } || tag.Value is not { Length: <= LongestValue }))
        {
            throw AwsError.InvalidIdentityToken(
                $"Session tags must be {MostTags} at most, with keys of 1 to {LongestKey} characters and values of up to {LongestValue}.");
        }
    }

    /// <summary>The tags of a request.</summary>
    public static TagSet Read(IReadOnlyList<TagShape>? tags) =>
        tags is null or [] ? TagSet.Empty : TagSet.Of(tags.Select(static tag => new Tag(tag.Key, tag.Value)));

    /// <summary>The tags that a caller's session hands on to the next role of the chain.</summary>
    public static IReadOnlyList<Tag> HandedOnBy(Caller caller) => caller.Session?.Document is { TransitiveTagKeys.Count: > 0 } session
        ? [.. session.Tags.Where(tag => session.TransitiveTagKeys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase))]
        : [];

    /// <summary>The tags of a new role session: what the caller's session hands on, and what the request passes.</summary>
    /// <param name="caller">Whose session may hand tags on.</param>
    /// <param name="tags">The request's tags.</param>
    /// <param name="transitiveKeys">The keys of those that the new session shall hand on.</param>
    /// <returns>The tags, and the keys that the new session hands on.</returns>
    /// <exception cref="AwsError">A tag that is handed on would be overwritten, or there are too many.</exception>
    public static (TagSet Tags, IReadOnlyList<string> TransitiveKeys) Inherit(
        Caller caller, IReadOnlyList<TagShape>? tags, IReadOnlyList<string>? transitiveKeys)
    {
        var asked = Read(tags);
        var handedOn = HandedOnBy(caller);
        foreach (var tag in handedOn)
        {
            if (asked.ValueOf(tag.Key) is not null)
            {
                throw AwsError.InvalidParameterValue(
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");
            }
        }

        var all = TagSet.Of(handedOn).With(asked);
        return all.Count <= MostTags
            ? (all, [.. handedOn.Select(static tag => tag.Key), .. transitiveKeys ?? []])
            : throw AwsError.ValidationError(
                $"1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to {MostTags}");
    }
}
