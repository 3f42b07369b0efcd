using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The tags of objects and buckets on their way in and out.</summary>
internal static class ObjectTags
{
    private const int MostOfObject = 10;
    private const int MostOfBucket = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Marks = "+-=._:/@ ";

    /// <summary>An object's tags in a document.</summary>
    /// <exception cref="AwsError">InvalidTag, BadRequest.</exception>
    public static NamedValues OfObject(IReadOnlyList<TagShape> tags) => Checked(tags.Select(static tag => KeyValuePair.Create(tag.Key, tag.Value)), MostOfObject, "Object");

    /// <summary>A bucket's tags in a document.</summary>
    /// <exception cref="AwsError">InvalidTag, BadRequest.</exception>
    public static NamedValues OfBucket(IReadOnlyList<TagShape> tags) => Checked(tags.Select(static tag => KeyValuePair.Create(tag.Key, tag.Value)), MostOfBucket, "Bucket");

    /// <summary>An object's tags in a header, written as a query is.</summary>
    /// <exception cref="AwsError">InvalidArgument, InvalidTag, BadRequest.</exception>
    public static NamedValues OfHeader(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return NamedValues.Empty;
        }

        return Checked(header.Split('&').Where(static pair => pair.Length > 0).Select(pair => Pair(pair, header)), MostOfObject, "Object");
    }

    /// <summary>Tags as a header holds them.</summary>
    public static string Header(NamedValues tags) =>
        string.Join('&', tags.Select(static tag => $"{Uri.EscapeDataString(tag.Key)}={Uri.EscapeDataString(tag.Value)}"));

    /// <summary>Tags as documents show them.</summary>
    public static IReadOnlyList<TagShape> Shown(NamedValues tags) => [.. tags.Select(static tag => new TagShape { Key = tag.Key, Value = tag.Value })];

    private static KeyValuePair<string, string> Pair(string pair, string header)
    {
        var parts = pair.Split('=');
        return parts.Length <= 2
            ? new(Decoded(parts[0]), parts.Length == 2 ? Decoded(parts[1]) : "")
            : throw S3Error.InvalidArgument(
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
                "x-amz-tagging",
                header);
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static NamedValues Checked(IEnumerable<KeyValuePair<string, string>> tags, int most, string what)
    {
        var result = NamedValues.Of(tags);
        if (result.Count > most)
        {
            throw new AwsError("BadRequest", 400, $"{what} tags cannot be greater than {most}");
        }

        var names = new HashSet<string>();
        foreach (var (name, value) in result)
        {
            if (name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw S3Error.InvalidTag("System tags cannot be added/updated by requester").With("TagKey", name);
            }

            if (name.Length is 0 or > LongestKey || !IsText(name))
            {
                throw S3Error.InvalidTag("The TagKey you have provided is invalid").With("TagKey", name);
            }

            if (value is null || value.Length > LongestValue || !IsText(value))
            {
                throw S3Error.InvalidTag("The TagValue you have provided is invalid").With("TagKey", name).With("TagValue", value);
            }

            if (!names.Add(name))
            {
                throw S3Error.InvalidTag("Cannot provide multiple Tags with the same key").With("TagKey", name);
            }
        }

        return result;
    }

    private static bool IsText(string text) => text.All(static c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.IsWhiteSpace(c) || Marks.Contains(c, StringComparison.Ordinal));
}
