using System.Globalization;

namespace Claviger.Aws;

/// <summary>Opens the body of a request to S3 in the mode that its headers declare: whole, unsigned, or in chunks of either kind.</summary>
public static class IncomingContent
{
    private const string ContentHash = "x-amz-content-sha256";
    private const string Streaming = "STREAMING-";
    private const string ChecksumPrefix = "x-amz-checksum-";
    private const int HashLength = 64;

    /// <summary>The content of a request, to be read once.</summary>
    /// <param name="body">The body as sent.</param>
    /// <param name="headers">The request's headers.</param>
    /// <param name="payload">How the request was signed; null if it was not.</param>
    /// <param name="length">The Content-Length; null if the body came in HTTP's own chunks, or there is none.</param>
    /// <param name="isTransferChunked">Whether the body came in HTTP's own chunks.</param>
    /// <param name="hasChecksum">Whether a checksum in the headers is of the body, rather than of an object that the body speaks of.</param>
    /// <exception cref="AwsError">The headers contradict each other or have no form.</exception>
    public static ContentStream Open(
        Stream body, IRequestHeaders headers, SignedPayload? payload, long? length, bool isTransferChunked, bool hasChecksum = true)
    {
        string declared = headers[ContentHash].Single ?? "";
        var (algorithm, checksum) = hasChecksum ? ChecksumIn(headers) : default;
        string? trailer = headers["x-amz-trailer"].Single;
        bool hasTrailer = declared.EndsWith("-TRAILER", StringComparison.Ordinal);
        if (trailer is not null)
        {
            algorithm = hasTrailer && algorithm is null ? AlgorithmOf(trailer.Trim()) ?? throw NoTrailer() : throw S3Error.MalformedTrailer();
        }

        RequireSame(headers, algorithm);
        var checks = new ContentChecks
        {
            Md5 = headers["content-md5"].Single, Algorithm = algorithm, Checksum = checksum,
        };
        if (!declared.StartsWith(Streaming, StringComparison.Ordinal))
        {
            if (isTransferChunked)
            {
                throw S3Error.NotImplemented("Transfer-Encoding");
            }

            return new ContentStream(body, checks with { Length = length ?? 0, Sha256 = declared.Length == HashLength ? declared : null });
        }

        bool isSigned = declared.StartsWith("STREAMING-AWS4-HMAC-SHA256", StringComparison.Ordinal);
        if (isSigned && payload is null)
        {
            throw S3Error.AccessDenied();
        }

        var chunks = new ChunkedBodyStream(body, isSigned ? payload!.Chunks : null, hasTrailer);
        return new ContentStream(chunks, checks with { Length = DecodedLength(headers), Trailer = hasTrailer ? chunks.Trailer : null });
    }

    /// <summary>The file of a form that posts an object, to be read once.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="headers">The form's fields as headers.</param>
    /// <param name="policy">The form's policy; null without one.</param>
    /// <exception cref="AwsError">The headers contradict each other or have no form.</exception>
    public static ContentStream OpenForm(Stream file, IRequestHeaders headers, PostPolicy? policy)
    {
        var (algorithm, checksum) = ChecksumIn(headers);
        return new ContentStream(file, new ContentChecks
        {
            Md5 = headers["content-md5"].Single, Algorithm = algorithm, Checksum = checksum, Least = policy?.Least, Most = policy?.Most,
        });
    }

    /// <summary>A content encoding without the framing that is named in it; null if nothing else is.</summary>
    public static string? WithoutFraming(string? contentEncoding)
    {
        if (contentEncoding?.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase) != true)
        {
            return contentEncoding;
        }

        string[] codings = contentEncoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string rest = string.Join(',', codings.Where(coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)));
        return rest.Length == 0 ? null : rest;
    }

    private static long DecodedLength(IRequestHeaders headers)
    {
        string text = headers["x-amz-decoded-content-length"].Single ?? throw S3Error.MissingContentLength();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : throw S3Error.InvalidArgument("The value of x-amz-decoded-content-length is not a number.", "x-amz-decoded-content-length", text);
    }

    private static (ChecksumAlgorithm? Algorithm, string? Checksum) ChecksumIn(IRequestHeaders headers)
    {
        (ChecksumAlgorithm, string)? found = null;
        foreach (string name in headers.Names)
        {
            if (!name.StartsWith(ChecksumPrefix, StringComparison.OrdinalIgnoreCase)
                || name[ChecksumPrefix.Length..].ToUpperInvariant() is "ALGORITHM" or "MODE" or "TYPE")
            {
                continue;
            }

            if (found is not null || headers[name].Single is not { } value)
            {
                throw S3Error.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
            }

            found = (AlgorithmOf(name) ?? throw S3Error.InvalidRequest("The algorithm type you specified in x-amz-checksum- header is invalid."), value);
        }

        return found is { } one ? (one.Item1, one.Item2) : (null, null);
    }

    private static ChecksumAlgorithm? AlgorithmOf(string header) =>
        header.StartsWith(ChecksumPrefix, StringComparison.OrdinalIgnoreCase) ? ChecksumAlgorithms.Parse(header[ChecksumPrefix.Length..]) : null;

    private static AwsError NoTrailer() => S3Error.InvalidRequest("The value specified in the x-amz-trailer header is not supported");

    // AWS: an SDK names the algorithm in a header of its own too; what is named must then come.
    private static void RequireSame(IRequestHeaders headers, ChecksumAlgorithm? algorithm)
    {
        if (headers["x-amz-sdk-checksum-algorithm"].Single is not { } named)
        {
            return;
        }

        ChecksumAlgorithm expected = ChecksumAlgorithms.Parse(named) ?? throw S3Error.UnknownChecksumAlgorithm();
        if (algorithm is null)
        {
            throw S3Error.InvalidRequest(
                "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }

        if (algorithm != expected)
        {
            throw S3Error.InvalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid.");
        }
    }
}
