using System.Text.Json;
using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;

namespace Claviger.Sts;

/// <summary>The session tags that an identity provider passes, and the keys of those that are handed on.</summary>
internal sealed record SessionTagClaims(IReadOnlyList<TagShape> Tags, IReadOnlyList<string> TransitiveTagKeys)
{
    /// <summary>Reads the claim of a token; an undefined one is no tags.</summary>
    /// <exception cref="AwsError">InvalidIdentityToken: the claim has another form than AWS's.</exception>
    public static SessionTagClaims Read(JsonElement claim)
    {
        if (claim.ValueKind == JsonValueKind.Undefined)
        {
            return new([], []);
        }

        try
        {
            var tags = claim.TryGetProperty("principal_tags", out var principalTags)
                ? principalTags.EnumerateObject().Select(static tag => new TagShape { Key = tag.Name, Value = One(tag.Value) }).ToArray()
                : [];
            var transitive = claim.TryGetProperty("transitive_tag_keys", out var keys)
                ? keys.EnumerateArray().Select(static key => key.GetString()!).ToArray()
                : [];
            return new(tags, transitive);
        }
        catch (InvalidOperationException)
        {
            throw AwsError.InvalidIdentityToken("The session tags of the token can't be read.");
        }
    }

    private static string One(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Single().GetString()! : value.GetString()!;
}
