using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The object that a copy is made of, as the header names it.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="VersionId">The version; null for the newest.</param>
internal readonly record struct CopySource(string Bucket, string Key, string? VersionId)
{
    private const string VersionQuery = "?versionId=";

    /// <summary>The header that names it.</summary>
    public string Header => $"/{Bucket}/{ObjectKey.Encoded(Key)}{(VersionId is null ? "" : VersionQuery + Uri.EscapeDataString(VersionId))}";

    /// <summary>Reads <c>/bucket/key?versionId=…</c>, percent-encoded, with or without the first slash.</summary>
    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static CopySource Of(string header)
    {
        var query = header.LastIndexOf(VersionQuery, StringComparison.Ordinal);
        var version = query < 0 ? null : Uri.UnescapeDataString(header[(query + VersionQuery.Length)..]);
        var path = Uri.UnescapeDataString(query < 0 ? header : header[..query]);
        path = path.StartsWith('/') ? path[1..] : path;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1)
        {
            throw S3Error.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", header);
        }

        ObjectKey.DemandVersion(version);
        return new(path[..slash], path[(slash + 1)..], version);
    }
}
