using System.Globalization;
using System.Text;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Pipeline;

/// <summary>A request to S3 as it came: what it names, its query and headers, nothing of its body.</summary>
internal sealed class ObjectRequest
{
    private const string AmzPrefix = "x-amz-";
    private const string CopySource = "x-amz-copy-source";

    // What a presigned request has in its query as if it were a header, but for the signature's own parts.
    // AWS: checksums are not: SDKs put that of an empty body there, and what is sent later is another.
    private static readonly HashSet<string> NeverHoisted = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature", "X-Amz-Security-Token",
        "X-Amz-Content-Sha256", "X-Amz-User-Agent", "x-amz-sdk-checksum-algorithm",
    };

    private static readonly HashSet<string> Single = new(StringComparer.OrdinalIgnoreCase)
    {
        "host", "authorization", "content-length", "transfer-encoding", "content-md5", "content-type", "range", "expect", "if-match", "if-none-match",
        "if-modified-since", "if-unmodified-since",
    };

    private readonly bool _isHostBucket;

    private ObjectRequest(HttpContext http, SignedRequest signed, ObjectAddress address, bool isHostBucket, QueryParameters query)
    {
        _isHostBucket = isHostBucket;
        Http = http;
        Signed = signed;
        Address = address;
        Query = query;
    }

    public HttpContext Http { get; }

    /// <summary>The request as its signature sees it, without the body.</summary>
    public SignedRequest Signed { get; }

    public ObjectAddress Address { get; }

    public QueryParameters Query { get; }

    /// <summary>Whether the body comes in HTTP's own chunks.</summary>
    public bool IsTransferChunked => Signed.Headers["transfer-encoding"].Count > 0;

    /// <summary>The address under which it has reached its bucket; null for what is on no bucket.</summary>
    public string? BucketUrl => Address.Bucket is not { } bucket ? null
        : _isHostBucket ? $"{Http.Request.Scheme}://{Http.Request.Host.Value}"
        : $"{Http.Request.Scheme}://{Http.Request.Host.Value}/{bucket}";

    /// <summary>Reads a request.</summary>
    /// <exception cref="AwsError">It is malformed, or could be read in two ways.</exception>
    public static ObjectRequest Read(HttpContext http, ObjectDomains domains)
    {
        RefuseAmbiguous(http.Request.Headers);
        var headers = new WireHeaders(http.Request.Headers);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var signed = new SignedRequest(http.Request.Method, target, headers, default);
        var origin = OriginForm(target);
        var question = origin.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? origin : origin[..question];
        var query = question < 0 ? [] : Encoding.Latin1.GetBytes(origin[(question + 1)..]);
        try
        {
            var hostBucket = domains.BucketOf(http.Request.Host.Value ?? "");
            var request = new ObjectRequest(
                http, signed, ObjectAddress.Parse(path, hostBucket), hostBucket is not null, QueryParameters.Parse(query, default));
            request.RefuseQueriedSource();
            return request;
        }
        catch (AwsError error) when (error.Code == "MalformedQueryString")
        {
            throw S3Error.InvalidUri(path);
        }
    }

    /// <summary>The headers that the operation is read from.</summary>
    /// <param name="isPresigned">Whether headers may stand in the query.</param>
    /// <param name="length">The content's own length, without framing; null where that isn't known.</param>
    public IRequestHeaders HeadersFor(bool isPresigned, long? length)
    {
        var replaced = new Dictionary<string, string?>(0, StringComparer.OrdinalIgnoreCase);
        if (Signed.Headers["content-encoding"] is { Count: > 0 } encodings)
        {
            replaced["Content-Encoding"] = IncomingContent.WithoutFraming(
                string.Join(',', Enumerable.Range(0, encodings.Count).Select(i => encodings[i])));
        }

        if (length is { } bytes)
        {
            replaced["Content-Length"] = bytes.ToString(CultureInfo.InvariantCulture);
        }

        if (isPresigned)
        {
            Hoist(replaced);
        }

        return replaced.Count == 0 ? Signed.Headers : new ObjectHeaders(Signed.Headers, replaced);
    }

    // A signed header wins over the query's parameter of the same name.
    private void Hoist(Dictionary<string, string?> replaced)
    {
        foreach (var (name, value) in Pairs())
        {
            if (name.StartsWith(AmzPrefix, StringComparison.OrdinalIgnoreCase) && !NeverHoisted.Contains(name)
                && !name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase) && Signed.Headers[name].Count == 0)
            {
                replaced.TryAdd(name, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(ObjectAddress.Decode(value))));
            }
        }
    }

    // Names and values as they are on the wire.
    private IEnumerable<(string Name, string Value)> Pairs()
    {
        var question = Signed.RawTarget.IndexOf('?', StringComparison.Ordinal);
        foreach (var pair in question < 0 ? [] : Signed.RawTarget[(question + 1)..].Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                yield return (pair[..equals], pair[(equals + 1)..]);
            }
        }
    }

    // AWS: the source of a copy is read from the header alone; who signs it into the query gets an empty object there. That is never what was meant.
    private void RefuseQueriedSource()
    {
        if (Signed.RawTarget.Contains(CopySource, StringComparison.OrdinalIgnoreCase) && Signed.Headers[CopySource].Count == 0
            && Pairs().Any(static pair => pair.Name.Equals(CopySource, StringComparison.OrdinalIgnoreCase)))
        {
            throw S3Error.InvalidRequest($"The {CopySource} of a copy must be sent, and signed, as a header.");
        }
    }

    // A proxy in front of us may read such a request in another way than we do; what two readers disagree on is not served.
    private static void RefuseAmbiguous(IHeaderDictionary headers)
    {
        if (headers.ContentLength is not null && headers.TransferEncoding.Count > 0)
        {
            throw S3Error.InvalidRequest("A request has either Content-Length or Transfer-Encoding.");
        }

        foreach (var (name, values) in headers)
        {
            if (values.Count > 1 && (Single.Contains(name)
                || (name.StartsWith(AmzPrefix, StringComparison.OrdinalIgnoreCase) && !name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))))
            {
                throw S3Error.InvalidRequest($"The header {name} is in the request more than once.");
            }
        }
    }

    // A client that takes us for a proxy puts scheme and host in front of the path.
    private static string OriginForm(string target)
    {
        var scheme = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return target;
        }

        var authority = target[(scheme + 3)..];
        var end = authority.AsSpan().IndexOfAny('/', '?');
        return end < 0 ? "/" : authority[end..];
    }
}
