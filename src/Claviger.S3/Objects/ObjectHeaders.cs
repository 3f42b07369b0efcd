using System.Text;
using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The headers that an object is kept with and answered with, user metadata among them.</summary>
internal static class ObjectHeaders
{
    public const string ContentType = "content-type";
    public const string CacheControl = "cache-control";
    public const string ContentDisposition = "content-disposition";
    public const string ContentEncoding = "content-encoding";
    public const string ContentLanguage = "content-language";
    public const string Expires = "expires";
    public const string Redirect = "x-amz-website-redirect-location";
    public const string DefaultType = "binary/octet-stream";

    private const string MetadataPrefix = "x-amz-meta-";
    private const int MostMetadata = 2048;

    /// <summary>Gathers what a request gives.</summary>
    /// <exception cref="AwsError">MetadataTooLarge, InvalidRedirectLocation.</exception>
    public static NamedValues Of(
        string? contentType,
        string? cacheControl,
        string? contentDisposition,
        string? contentEncoding,
        string? contentLanguage,
        string? expires,
        string? redirect,
        IReadOnlyDictionary<string, string>? metadata)
    {
        if (redirect is not null && !redirect.StartsWith('/') && !redirect.StartsWith("http", StringComparison.Ordinal))
        {
            throw new AwsError(
                "InvalidRedirectLocation", 400, "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.");
        }

        var headers = new List<KeyValuePair<string, string>>();
        Add(headers, ContentType, string.IsNullOrEmpty(contentType) ? DefaultType : contentType);
        Add(headers, CacheControl, cacheControl);
        Add(headers, ContentDisposition, contentDisposition);
        Add(headers, ContentEncoding, WithoutFraming(contentEncoding));
        Add(headers, ContentLanguage, contentLanguage);
        Add(headers, Expires, expires);
        Add(headers, Redirect, redirect);
        var size = 0;
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            size += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
            headers.Add(new(MetadataPrefix + name, value));
        }

        return size <= MostMetadata
            ? NamedValues.Of(headers)
            : throw new AwsError("MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size")
                .With("Size", size.ToString(System.Globalization.CultureInfo.InvariantCulture)).With("MaxSizeAllowed", "2048");
    }

    /// <summary>The user metadata, without its prefix; null if there is none.</summary>
    public static IReadOnlyDictionary<string, string>? Metadata(NamedValues headers)
    {
        Dictionary<string, string>? metadata = null;
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith(MetadataPrefix, StringComparison.Ordinal))
            {
                (metadata ??= [])[name[MetadataPrefix.Length..]] = value;
            }
        }

        return metadata;
    }

    // AWS: the framing of the upload is no part of the object's encoding.
    private static string? WithoutFraming(string? encoding)
    {
        if (encoding is null || !encoding.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase))
        {
            return encoding;
        }

        var rest = encoding.Split(',', StringSplitOptions.TrimEntries)
            .Where(static it => !it.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase) && it.Length > 0).ToArray();
        return rest.Length == 0 ? null : string.Join(',', rest);
    }

    private static void Add(List<KeyValuePair<string, string>> headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            headers.Add(new(name, value));
        }
    }
}
