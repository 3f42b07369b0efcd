using System.Globalization;

namespace Claviger.Aws;

/// <summary>The errors of S3 in its own words.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html</remarks>
public static class S3Error
{
    /// <summary>403, without a reason: what an anonymous caller is told.</summary>
    public static AwsError AccessDenied() => new("AccessDenied", 403, "Access Denied");

    /// <summary>400: a header or parameter whose value can't be used.</summary>
    public static AwsError InvalidArgument(string message, string name, string value) =>
        new AwsError("InvalidArgument", 400, message).With("ArgumentName", name).With("ArgumentValue", value);

    /// <summary>400: what is asked for can't be had in this way.</summary>
    public static AwsError InvalidRequest(string message) => new("InvalidRequest", 400, message);

    /// <summary>400: a document that isn't one, or not the right one.</summary>
    public static AwsError MalformedXml() => new(
        "MalformedXML", 400, "The XML you provided was not well-formed or did not validate against our published schema");

    /// <summary>400: a document that isn't there.</summary>
    public static AwsError MissingBody() => new("MissingRequestBodyError", 400, "Request Body is empty");

    /// <summary>400: a policy that can't be kept.</summary>
    public static AwsError MalformedPolicy(string message) => new("MalformedPolicy", 400, message);

    /// <summary>405: no such operation on what the path names.</summary>
    public static AwsError MethodNotAllowed(string method, string resourceType) =>
        new AwsError("MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
            .With("Method", method).With("ResourceType", resourceType);

    /// <summary>501: what a header or the operation asks for isn't there.</summary>
    public static AwsError NotImplemented(string? header = null) =>
        new AwsError("NotImplemented", 501, "A header you provided implies functionality that is not implemented", senderFault: false)
            .With("Header", header);

    /// <summary>400: a name that no bucket can have.</summary>
    public static AwsError InvalidBucketName(string bucket) =>
        new AwsError("InvalidBucketName", 400, "The specified bucket is not valid.").With("BucketName", bucket);

    /// <summary>404.</summary>
    public static AwsError NoSuchBucket(string bucket) =>
        new AwsError("NoSuchBucket", 404, "The specified bucket does not exist").With("BucketName", bucket);

    /// <summary>404.</summary>
    public static AwsError NoSuchKey(string key) => new AwsError("NoSuchKey", 404, "The specified key does not exist.").With("Key", key);

    /// <summary>404.</summary>
    public static AwsError NoSuchVersion(string key, string version) =>
        new AwsError("NoSuchVersion", 404, "The specified version does not exist.").With("Key", key).With("VersionId", version);

    /// <summary>404.</summary>
    public static AwsError NoSuchUpload(string upload) => new AwsError(
        "NoSuchUpload", 404, "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.")
        .With("UploadId", upload);

    /// <summary>400: a region that there isn't, or not for this endpoint.</summary>
    public static AwsError InvalidLocationConstraint(string constraint) =>
        new AwsError("InvalidLocationConstraint", 400, "The specified location-constraint is not valid").With("LocationConstraint", constraint);

    /// <summary>409: another's.</summary>
    public static AwsError BucketAlreadyExists(string bucket) => new AwsError(
        "BucketAlreadyExists",
        409,
        "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.")
        .With("BucketName", bucket);

    /// <summary>409: the caller's own.</summary>
    public static AwsError BucketAlreadyOwnedByYou(string bucket) => new AwsError(
        "BucketAlreadyOwnedByYou", 409, "Your previous request to create the named bucket succeeded and you already own it.")
        .With("BucketName", bucket);

    /// <summary>409.</summary>
    public static AwsError BucketNotEmpty(string bucket) =>
        new AwsError("BucketNotEmpty", 409, "The bucket you tried to delete is not empty").With("BucketName", bucket);

    /// <summary>412: what the named condition asks for isn't so.</summary>
    public static AwsError PreconditionFailed(string condition) => new AwsError(
        "PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold").With("Condition", condition);

    /// <summary>304: nothing newer; has no body.</summary>
    public static AwsError NotModified() => new("NotModified", 304, "Not Modified");

    /// <summary>409: writes to one key at one time.</summary>
    public static AwsError ConditionalRequestConflict(string key) => new AwsError(
        "ConditionalRequestConflict", 409, "The conditional request cannot succeed due to a conflicting operation against this resource.")
        .With("Key", key);

    /// <summary>416.</summary>
    public static AwsError InvalidRange(string range, long size) => new AwsError("InvalidRange", 416, "The requested range is not satisfiable")
        .With("RangeRequested", range).With("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture))
        .WithHeader("Content-Range", $"bytes */{size.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>400: longer than 1,024 bytes.</summary>
    public static AwsError KeyTooLong(string key) => new AwsError("KeyTooLongError", 400, "Your key is too long")
        .With("Size", System.Text.Encoding.UTF8.GetByteCount(key).ToString(CultureInfo.InvariantCulture)).With("MaxSizeAllowed", "1024");

    /// <summary>400: more than one object may hold.</summary>
    public static AwsError EntityTooLarge(long size, long most) =>
        new AwsError("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
            .With("ProposedSize", size.ToString(CultureInfo.InvariantCulture)).With("MaxSizeAllowed", most.ToString(CultureInfo.InvariantCulture));

    /// <summary>400: less than a part must hold.</summary>
    public static AwsError EntityTooSmall(long size, long least) =>
        new AwsError("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
            .With("ProposedSize", size.ToString(CultureInfo.InvariantCulture)).With("MinSizeAllowed", least.ToString(CultureInfo.InvariantCulture));

    /// <summary>400: a part that isn't there, or is another.</summary>
    public static AwsError InvalidPart(string? upload = null, int? number = null, string? etag = null) => new AwsError(
        "InvalidPart",
        400,
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.")
        .With("UploadId", upload).With("PartNumber", number?.ToString(CultureInfo.InvariantCulture)).With("ETag", etag);

    /// <summary>400: parts not in the order of their numbers.</summary>
    public static AwsError InvalidPartOrder(string upload) => new AwsError(
        "InvalidPartOrder", 400, "The list of parts was not in ascending order. Parts must be ordered by part number.").With("UploadId", upload);

    /// <summary>400: tags that can't be kept.</summary>
    public static AwsError InvalidTag(string message) => new("InvalidTag", 400, message);

    /// <summary>400.</summary>
    public static AwsError InvalidStorageClass() => new("InvalidStorageClass", 400, "The storage class you specified is not valid");

    /// <summary>400: what the request says nothing of must be said in a header.</summary>
    public static AwsError MissingSecurityHeader(string header) =>
        new AwsError("MissingSecurityHeader", 400, "Your request was missing a required header").With("MissingHeaderName", header);

    /// <summary>400: headers of an ACL, where ownership is enforced.</summary>
    public static AwsError AclNotSupported() => new("AccessControlListNotSupported", 400, "The bucket does not allow ACLs");

    /// <summary>400: an algorithm that nobody knows.</summary>
    public static AwsError UnknownChecksumAlgorithm() => new(
        "InvalidRequest",
        400,
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");

    /// <summary>400: a checksum that isn't one.</summary>
    public static AwsError InvalidChecksum(string header) => new("InvalidRequest", 400, $"Value for {header} header is invalid.");

    /// <summary>400: another content than the checksum is of.</summary>
    public static AwsError BadChecksum(string algorithm) =>
        new("BadDigest", 400, $"The {algorithm} you specified did not match the calculated checksum.");

    /// <summary>400: another content than the MD5 is of.</summary>
    public static AwsError BadDigest(string expected, string calculated) =>
        new AwsError("BadDigest", 400, "The Content-MD5 you specified did not match what we received.")
            .With("ExpectedDigest", expected).With("CalculatedDigest", calculated);

    /// <summary>400: an MD5 that isn't one.</summary>
    public static AwsError InvalidDigest(string digest) =>
        new AwsError("InvalidDigest", 400, "The Content-MD5 you specified was invalid.").With("Content-MD5", digest);

    /// <summary>400: another content than was signed.</summary>
    public static AwsError PayloadMismatch(string declared, string computed) => new AwsError(
        "XAmzContentSHA256Mismatch", 400, "The provided 'x-amz-content-sha256' header does not match what was computed.")
        .With("ClientComputedContentSHA256", declared).With("S3ComputedContentSHA256", computed);

    /// <summary>400: less than was announced.</summary>
    public static AwsError IncompleteBody() =>
        new("IncompleteBody", 400, "You did not provide the number of bytes specified by the Content-Length HTTP header");

    /// <summary>411.</summary>
    public static AwsError MissingContentLength() => new("MissingContentLength", 411, "You must provide the Content-Length HTTP header.");

    /// <summary>403: a chunk or trailer that isn't signed rightly.</summary>
    public static AwsError SignatureMismatch() => SignatureErrors.S3.SignatureMismatch("");

    /// <summary>400: trailing headers that can't be used.</summary>
    public static AwsError MalformedTrailer() =>
        new("MalformedTrailerError", 400, "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    /// <summary>400: a path or query that can't be read.</summary>
    public static AwsError InvalidUri(string uri) => new AwsError("InvalidURI", 400, "Couldn't parse the specified URI.").With("URI", uri);

    /// <summary>404: the bucket has no policy.</summary>
    public static AwsError NoSuchBucketPolicy(string bucket) =>
        new AwsError("NoSuchBucketPolicy", 404, "The bucket policy does not exist").With("BucketName", bucket);

    /// <summary>404: the bucket has no tags.</summary>
    public static AwsError NoSuchTagSet(string bucket) =>
        new AwsError("NoSuchTagSet", 404, "The TagSet does not exist").With("BucketName", bucket);

    /// <summary>404: the bucket has no CORS rules.</summary>
    public static AwsError NoSuchCors(string bucket) =>
        new AwsError("NoSuchCORSConfiguration", 404, "The CORS configuration does not exist").With("BucketName", bucket);

    /// <summary>404: the bucket has no lifecycle rules.</summary>
    public static AwsError NoSuchLifecycle(string bucket) =>
        new AwsError("NoSuchLifecycleConfiguration", 404, "The lifecycle configuration does not exist").With("BucketName", bucket);

    /// <summary>404: the bucket has no analysis, inventory, metric or tier of that name.</summary>
    public static AwsError NoSuchConfiguration() => new("NoSuchConfiguration", 404, "The specified configuration does not exist.");

    /// <summary>404: nothing of the bucket blocks public access.</summary>
    public static AwsError NoSuchPublicAccessBlock(string bucket) => new AwsError(
        "NoSuchPublicAccessBlockConfiguration", 404, "The public access block configuration was not found").With("BucketName", bucket);

    /// <summary>404: the bucket says nothing of ownership.</summary>
    public static AwsError NoOwnershipControls(string bucket) => new AwsError(
        "OwnershipControlsNotFoundError", 404, "The bucket ownership controls were not found").With("BucketName", bucket);
}
