using System.Collections.Frozen;
using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;

namespace Claviger.S3;

/// <summary>What of a request goes on to the upstream: it is put together of the shape, header by header of those that are known.</summary>
internal static class PassedOn
{
    private const string AmzPrefix = "x-amz-";
    private const string MetadataPrefix = "x-amz-meta-";
    private const string ChecksumPrefix = "x-amz-checksum-";

    private static readonly FrozenSet<string> Headers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Cache-Control",
        "Content-Disposition",
        "Content-Encoding",
        "Content-Language",
        "Content-MD5",
        "Content-Type",
        "Expires",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Unmodified-Since",
        "Range",
        "x-amz-checksum-algorithm",
        "x-amz-checksum-crc32",
        "x-amz-checksum-crc32c",
        "x-amz-checksum-crc64nvme",
        "x-amz-checksum-mode",
        "x-amz-checksum-sha1",
        "x-amz-checksum-sha256",
        "x-amz-copy-source",
        "x-amz-copy-source-if-match",
        "x-amz-copy-source-if-modified-since",
        "x-amz-copy-source-if-none-match",
        "x-amz-copy-source-if-unmodified-since",
        "x-amz-copy-source-range",
        "x-amz-max-parts",
        "x-amz-metadata-directive",
        "x-amz-mp-object-size",
        "x-amz-object-attributes",
        "x-amz-optional-object-attributes",
        "x-amz-part-number-marker",
        "x-amz-server-side-encryption",
        "x-amz-storage-class",
        "x-amz-tagging",
        "x-amz-tagging-directive",
        "x-amz-website-redirect-location");

    // What was checked here, and says nothing to the upstream.
    private static readonly FrozenSet<string> Answered = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Content-Length",
        "x-amz-acl",
        "x-amz-expected-bucket-owner",
        "x-amz-sdk-checksum-algorithm",
        "x-amz-source-expected-bucket-owner");

    // What is about this request alone: how it is signed and framed, and who has written it.
    private static readonly FrozenSet<string> OfTheWire = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "x-amz-api-version",
        "x-amz-content-sha256",
        "x-amz-date",
        "x-amz-decoded-content-length",
        "x-amz-sdk-checksum-algorithm",
        "x-amz-security-token",
        "x-amz-trailer",
        "x-amz-user-agent");

    /// <summary>The request to the upstream.</summary>
    /// <exception cref="AwsError">NotImplemented: the shape has what isn't passed on. InvalidArgument: a key that isn't.</exception>
    public static RestCall Of(IRestCallShape shape)
    {
        var call = RestCall.Of(shape);
        UpstreamKey.Demand(call.Key);
        var isOfUpload = shape is CreateMultipartUploadRequest or UploadPartRequest or CompleteMultipartUploadRequest;
        var headers = new RestHeaders();
        foreach (var (name, wire) in call.Headers.All)
        {
            if (isOfUpload && name.StartsWith(ChecksumPrefix, StringComparison.Ordinal))
            {
                DemandOfPart(shape, name);
            }
            else if (Headers.Contains(name) || name.StartsWith(MetadataPrefix, StringComparison.Ordinal))
            {
                headers.Add(name, Rewritten(name, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(wire))));
            }
            else if (!Answered.Contains(name))
            {
                throw S3Error.NotImplemented(name);
            }
        }

        call.Replace(headers);
        if (shape is CompleteMultipartUploadRequest completion)
        {
            call.SetDocument("CompleteMultipartUpload", WithoutChecksums(completion.MultipartUpload!), S3Model.Service.XmlNamespace);
        }

        return call;
    }

    /// <summary>Refuses a request of which something was not understood. A server that knows more could have made something of it.</summary>
    /// <param name="shape">What was understood.</param>
    /// <param name="sent">The request as it came; null where it came in another way than over REST.</param>
    /// <exception cref="AwsError">InvalidArgument: a parameter; NotImplemented: a header.</exception>
    public static void DemandWhole(IRestCallShape shape, RestRequest? sent)
    {
        if (sent is null)
        {
            return;
        }

        var known = RestCall.Of(shape);
        foreach (var name in sent.Parameters.Names)
        {
            // Those of a signature, and what it has in the query in a header's place, which is looked at below.
            if (name != "x-id" && !name.StartsWith(AmzPrefix, StringComparison.OrdinalIgnoreCase) && !known.Query.Any(parameter => parameter.Key == name))
            {
                throw S3Error.InvalidArgument("This parameter is not supported.", name, sent.Query(name) ?? "");
            }
        }

        foreach (var name in sent.Headers.Names)
        {
            var isKnown = !name.StartsWith(AmzPrefix, StringComparison.OrdinalIgnoreCase)
                || OfTheWire.Contains(name)
                || IsOfBody(name)
                || known.Headers.All.Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (!isKnown)
            {
                throw S3Error.NotImplemented(name);
            }
        }
    }

    // The body was held against it, whatever the operation.
    private static bool IsOfBody(string name) =>
        name.StartsWith(ChecksumPrefix, StringComparison.OrdinalIgnoreCase) && ChecksumAlgorithms.Parse(name[ChecksumPrefix.Length..]) is not null;

    // The upstream must read of these what was decided about.
    private static string Rewritten(string name, string text) => name switch
    {
        "x-amz-copy-source" => Source(text).Header,
        "x-amz-tagging" => ObjectTags.Header(ObjectTags.OfHeader(text)),
        _ => text,
    };

    private static CopySource Source(string header)
    {
        var source = CopySource.Of(header);
        UpstreamKey.Demand(source.Key);
        return source;
    }

    // Parts were held against their checksums here. Of servers that know checksums, some want them of each part before its bytes, where
    // they aren't known. So the upstream is told of none; what only it could check is refused.
    private static void DemandOfPart(IRestCallShape shape, string name)
    {
        if (shape is CompleteMultipartUploadRequest && name != "x-amz-checksum-type")
        {
            throw S3Error.NotImplemented(name);
        }
    }

    private static CompletedMultipartUploadShape WithoutChecksums(CompletedMultipartUploadShape upload) => new()
    {
        Parts = [.. upload.Parts!.Select(static part => new CompletedPartShape { PartNumber = part.PartNumber, ETag = part.ETag })],
    };
}
