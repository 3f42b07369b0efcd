using System.Text;

namespace Claviger.EndToEnd;

/// <summary>Input that each operation refuses, in AWS's words. What SDKs send as it is comes from one; what they don't is written by hand.</summary>
public sealed class S3BadInputTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";
    private const string OwnerForm = "The value of the expected bucket owner parameter must be an AWS account ID.";

    [Fact]
    [Covers("s3", "ListObjects", Aspect.Refuses)]
    [Covers("s3", "ListObjectsV2", Aspect.Refuses)]
    [Covers("s3", "ListObjectVersions", Aspect.Refuses)]
    [Covers("s3", "ListMultipartUploads", Aspect.Refuses)]
    [Covers("s3", "ListParts", Aspect.Refuses)]
    [Covers("s3", "GetBucketLocation", Aspect.Refuses)]
    public async Task Listings()
    {
        var (bucket, upload) = await MakeAsync("listings");
        await BadCall.DemandAsync(
            account.Root,
            bucket,
            upload,
            new("ListObjects", """{"MaxKeys":-1}""", "InvalidArgument", 400, "Argument maxKeys must be an integer between 0 and 2147483647"),
            new("ListObjects", """{"MaxKeys":"many"}""", "InvalidArgument", 400, "Provided max-keys not an integer or within integer range"),
            new("ListObjects", """{"EncodingType":"xml"}""", "InvalidArgument", 400, "Invalid Encoding Method specified in Request"),
            new("ListObjectsV2", """{"ContinuationToken":"!"}""", "InvalidArgument", 400, "The continuation token provided is incorrect"),
            new("ListObjectsV2", """{"MaxKeys":-1}""", "InvalidArgument", 400, "Argument maxKeys must be an integer between 0 and 2147483647"),
            new("ListObjectsV2", """{"ExpectedBucketOwner":"999999999999"}""", "AccessDenied", 403),
            new("ListObjectVersions", """{"VersionIdMarker":"v"}""", "InvalidArgument", 400, "A version-id marker cannot be specified without a key marker."),
            new("ListObjectVersions", """{"KeyMarker":"k","VersionIdMarker":"v"}""", "InvalidArgument", 400, "Invalid version id specified"),
            new("ListMultipartUploads", """{"MaxUploads":-1}""", "InvalidArgument", 400, "Argument max-uploads must be an integer between 0 and 2147483647"),
            new("ListParts", """{"Key":"k","UploadId":"UPLOAD","MaxParts":-1}""", "InvalidArgument", 400, "Argument max-parts must be an integer between 0 and 2147483647"),
            new("ListParts", """{"Key":"k","UploadId":"none"}""", "NoSuchUpload", 404, "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed."),
            new("GetBucketLocation", """{"ExpectedBucketOwner":"12"}""", "InvalidBucketOwnerAWSAccountID", 400, OwnerForm));
    }

    [Fact]
    [Covers("s3", "PutBucketTagging", Aspect.Refuses)]
    [Covers("s3", "PutBucketVersioning", Aspect.Refuses)]
    [Covers("s3", "PutBucketCors", Aspect.Refuses)]
    [Covers("s3", "PutBucketLifecycleConfiguration", Aspect.Refuses)]
    [Covers("s3", "PutBucketEncryption", Aspect.Refuses)]
    [Covers("s3", "PutBucketOwnershipControls", Aspect.Refuses)]
    [Covers("s3", "PutBucketAcl", Aspect.Refuses)]
    [Covers("s3", "PutBucketRequestPayment", Aspect.Refuses)]
    [Covers("s3", "PutBucketLogging", Aspect.Refuses)]
    [Covers("s3", "PutBucketNotificationConfiguration", Aspect.Refuses)]
    [Covers("s3", "GetBucketPolicyStatus", Aspect.Refuses)]
    [Covers("s3", "GetBucketWebsite", Aspect.Refuses)]
    [Covers("s3", "GetBucketReplication", Aspect.Refuses)]
    [Covers("s3", "GetObjectLockConfiguration", Aspect.Refuses)]
    [Covers("s3", "DeleteBucket", Aspect.Refuses)]
    public async Task Settings()
    {
        var (bucket, upload) = await MakeAsync("settings-of");
        await BadCall.DemandAsync(
            account.Root,
            bucket,
            upload,
            new("PutBucketTagging", """{"Tagging":{"TagSet":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]}}""", "InvalidTag", 400, "Cannot provide multiple Tags with the same key"),
            new("PutBucketTagging", """{"Tagging":{"TagSet":[{"Key":"aws:a","Value":"1"}]}}""", "InvalidTag", 400, "System tags cannot be added/updated by requester"),
            new("PutBucketTagging", """{"Tagging":{"TagSet":[{"Key":"a?","Value":"1"}]}}""", "InvalidTag", 400, "The TagKey you have provided is invalid"),
            new("PutBucketTagging", """{"Tagging":{"TagSet":[{"Key":"a","Value":"1;"}]}}""", "InvalidTag", 400, "The TagValue you have provided is invalid"),
            new("PutBucketTagging", """{"Tagging":{"TagSet":[{"Key":"a"}]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketTagging", "{\"Tagging\":{\"TagSet\":[" + Tags(51) + "]}}", "BadRequest", 400, "Bucket tags cannot be greater than 50"),
            new("PutBucketVersioning", """{"VersioningConfiguration":{"Status":"On"}}""", "MalformedXML", 400, Malformed),
            new("PutBucketVersioning", """{"VersioningConfiguration":{}}""", "IllegalVersioningConfigurationException", 400, "The Versioning element must be specified"),
            new("PutBucketCors", """{"CORSConfiguration":{"CORSRules":[]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketCors", """{"CORSConfiguration":{"CORSRules":[{"AllowedMethods":["PATCH"],"AllowedOrigins":["*"]}]}}""", "InvalidRequest", 400, "Found unsupported HTTP method in CORS config. Unsupported method is PATCH"),
            new("PutBucketCors", """{"CORSConfiguration":{"CORSRules":[{"AllowedMethods":["GET"],"AllowedOrigins":["*.*"]}]}}""", "InvalidRequest", 400, "AllowedOrigin \"*.*\" can not have more than one wildcard."),
            new("PutBucketLifecycleConfiguration", """{"LifecycleConfiguration":{"Rules":[]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketLifecycleConfiguration", """{"LifecycleConfiguration":{"Rules":[{"Status":"on","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketLifecycleConfiguration", """{"LifecycleConfiguration":{"Rules":[{"Status":"Enabled","Filter":{"Prefix":""}}]}}""", "InvalidRequest", 400, "At least one action needs to be specified in a rule"),
            new("PutBucketLifecycleConfiguration", """{"LifecycleConfiguration":{"Rules":[{"Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":0}}]}}""", "InvalidArgument", 400, "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer"),
            new("PutBucketEncryption", """{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"ROT13"}}]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketEncryption", """{"ServerSideEncryptionConfiguration":{"Rules":[]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketOwnershipControls", """{"OwnershipControls":{"Rules":[{"ObjectOwnership":"Everybody"}]}}""", "MalformedXML", 400, Malformed),
            new("PutBucketAcl", """{"ACL":"open"}""", "InvalidArgument", 400),
            new("PutBucketAcl", """{}""", "MissingSecurityHeader", 400, "Your request was missing a required header"),
            new("PutBucketAcl", """{"ACL":"public-read"}""", "AccessControlListNotSupported", 400, "The bucket does not allow ACLs"),
            new("PutBucketRequestPayment", """{"RequestPaymentConfiguration":{"Payer":"Nobody"}}""", "MalformedXML", 400, Malformed),
            new("PutBucketRequestPayment", """{"RequestPaymentConfiguration":{"Payer":"Requester"}}""", "NotImplemented", 501),
            new("PutBucketLogging", """{"BucketLoggingStatus":{"LoggingEnabled":{"TargetBucket":"BUCKET","TargetPrefix":""}}}""", "NotImplemented", 501),
            new("PutBucketNotificationConfiguration", """{"NotificationConfiguration":{"EventBridgeConfiguration":{}}}""", "NotImplemented", 501),
            new("GetBucketPolicyStatus", "{}", "NoSuchBucketPolicy", 404, "The bucket policy does not exist"),
            new("GetBucketWebsite", "{}", "NoSuchWebsiteConfiguration", 404, "The specified bucket does not have a website configuration"),
            new("GetBucketReplication", "{}", "ReplicationConfigurationNotFoundError", 404, "The replication configuration was not found"),
            new("GetObjectLockConfiguration", "{}", "ObjectLockConfigurationNotFoundError", 404, "Object Lock configuration does not exist for this bucket"),
            new("DeleteBucket", "{}", "BucketNotEmpty", 409, "The bucket you tried to delete is not empty"));
    }

    [Fact]
    [Covers("s3", "PutObject", Aspect.Refuses)]
    [Covers("s3", "GetObject", Aspect.Refuses)]
    [Covers("s3", "HeadObject", Aspect.Refuses)]
    [Covers("s3", "DeleteObject", Aspect.Refuses)]
    [Covers("s3", "DeleteObjects", Aspect.Refuses)]
    [Covers("s3", "GetObjectAcl", Aspect.Refuses)]
    [Covers("s3", "PutObjectAcl", Aspect.Refuses)]
    [Covers("s3", "GetObjectTagging", Aspect.Refuses)]
    [Covers("s3", "PutObjectTagging", Aspect.Refuses)]
    [Covers("s3", "DeleteObjectTagging", Aspect.Refuses)]
    [Covers("s3", "GetObjectAttributes", Aspect.Refuses)]
    [Covers("s3", "GetObjectLegalHold", Aspect.Refuses)]
    [Covers("s3", "GetObjectRetention", Aspect.Refuses)]
    public async Task Objects()
    {
        var (bucket, upload) = await MakeAsync("objects-of");
        const string noKey = "The specified key does not exist.";
        const string noCondition = "At least one of the pre-conditions you specified did not hold";
        await BadCall.DemandAsync(
            account.Root,
            bucket,
            upload,
            new("PutObject", "{\"Key\":\"" + new string('k', 1025) + "\",\"Body\":\"x\"}", "KeyTooLongError", 400, "Your key is too long"),
            new("PutObject", """{"Key":"new","Body":"x","StorageClass":"COLD"}""", "InvalidStorageClass", 400, "The storage class you specified is not valid"),
            new("PutObject", """{"Key":"new","Body":"x","ACL":"open"}""", "InvalidArgument", 400),
            new("PutObject", """{"Key":"new","Body":"x","ServerSideEncryption":"ROT13"}""", "InvalidArgument", 400, "The encryption method specified is not supported"),
            new("PutObject", """{"Key":"new","Body":"x","Tagging":"a=1&a=2"}""", "InvalidTag", 400, "Cannot provide multiple Tags with the same key"),
            new("PutObject", "{\"Key\":\"new\",\"Body\":\"x\",\"Tagging\":\"" + string.Join('&', Enumerable.Range(0, 11).Select(static i => $"t{i}=")) + "\"}", "BadRequest", 400, "Object tags cannot be greater than 10"),
            new("PutObject", "{\"Key\":\"new\",\"Body\":\"x\",\"Metadata\":{\"long\":\"" + new string('m', 2049) + "\"}}", "MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size"),
            new("PutObject", """{"Key":"new","Body":"x","ContentMD5":"AAAAAAAAAAAAAAAAAAAAAA=="}""", "BadDigest", 400, "The Content-MD5 you specified did not match what we received."),
            new("PutObject", """{"Key":"new","Body":"x","ContentMD5":"short"}""", "InvalidDigest", 400, "The Content-MD5 you specified was invalid."),
            new("PutObject", """{"Key":"new","Body":"x","ChecksumSHA256":"AAAA"}""", "InvalidRequest", 400, "Value for x-amz-checksum-sha256 header is invalid."),
            new("PutObject", """{"Key":"new","Body":"x","WebsiteRedirectLocation":"elsewhere"}""", "InvalidRedirectLocation", 400),
            new("PutObject", """{"Key":"new","Body":"x","ObjectLockMode":"GOVERNANCE","ObjectLockRetainUntilDate":"2099-01-01T00:00:00Z"}""", "InvalidRequest", 400, "Bucket is missing Object Lock Configuration"),
            new("GetObject", """{"Key":"none"}""", "NoSuchKey", 404, noKey),
            new("GetObject", """{"Key":"k","Range":"bytes=10-"}""", "InvalidRange", 416, "The requested range is not satisfiable"),
            new("GetObject", """{"Key":"k","Range":"bytes=-0"}""", "InvalidRange", 416),
            new("GetObject", """{"Key":"k","PartNumber":2}""", "InvalidPartNumber", 416, "The requested partnumber is not satisfiable"),
            new("GetObject", """{"Key":"k","PartNumber":0}""", "InvalidArgument", 400, "Part number must be an integer between 1 and 10000, inclusive"),
            new("GetObject", """{"Key":"k","PartNumber":1,"Range":"bytes=0-1"}""", "InvalidRequest", 400, "Cannot specify both Range header and partNumber query parameter"),
            new("GetObject", """{"Key":"k","VersionId":"not one"}""", "InvalidArgument", 400, "Invalid version id specified"),
            new("GetObject", """{"Key":"k","IfMatch":"\"0\""}""", "PreconditionFailed", 412, noCondition),
            new("GetObject", """{"Key":"k","IfNoneMatch":"*"}""", "304", 304),
            new("HeadObject", """{"Key":"none"}""", "404", 404),
            new("HeadObject", """{"Key":"k","Range":"bytes=10-"}""", "416", 416),
            new("HeadObject", """{"Key":"k","IfMatch":"\"0\""}""", "412", 412),
            new("HeadObject", """{"Key":"k","VersionId":"not one"}""", "400", 400),
            new("DeleteObject", """{"Key":"k","VersionId":"not one"}""", "InvalidArgument", 400, "Invalid version id specified"),
            new("DeleteObjects", """{"Delete":{"Objects":[]}}""", "MalformedXML", 400, Malformed),
            new("DeleteObjects", "{\"Delete\":{\"Objects\":[" + string.Join(',', Enumerable.Range(0, 1001).Select(static i => $"{{\"Key\":\"{i}\"}}")) + "]}}", "MalformedXML", 400, Malformed),
            new("GetObjectAcl", """{"Key":"none"}""", "NoSuchKey", 404, noKey),
            new("PutObjectAcl", """{"Key":"none","ACL":"private"}""", "NoSuchKey", 404, noKey),
            new("PutObjectAcl", """{"Key":"k"}""", "MissingSecurityHeader", 400, "Your request was missing a required header"),
            new("PutObjectAcl", """{"Key":"k","ACL":"public-read"}""", "AccessControlListNotSupported", 400, "The bucket does not allow ACLs"),
            new("GetObjectTagging", """{"Key":"none"}""", "NoSuchKey", 404, noKey),
            new("PutObjectTagging", """{"Key":"none","Tagging":{"TagSet":[]}}""", "NoSuchKey", 404, noKey),
            new("PutObjectTagging", "{\"Key\":\"k\",\"Tagging\":{\"TagSet\":[" + Tags(11) + "]}}", "BadRequest", 400, "Object tags cannot be greater than 10"),
            new("PutObjectTagging", """{"Key":"k","Tagging":{"TagSet":[{"Key":"a","Value":"1"},{"Key":"a","Value":"1"}]}}""", "InvalidTag", 400, "Cannot provide multiple Tags with the same key"),
            new("DeleteObjectTagging", """{"Key":"none"}""", "NoSuchKey", 404, noKey),
            new("GetObjectAttributes", """{"Key":"none","ObjectAttributes":["ETag"]}""", "NoSuchKey", 404, noKey),
            new("GetObjectAttributes", """{"Key":"k","ObjectAttributes":["Colour"]}""", "InvalidArgument", 400, "Invalid attribute name specified."),
            new("GetObjectLegalHold", """{"Key":"k"}""", "InvalidRequest", 400, "Bucket is missing Object Lock Configuration"),
            new("GetObjectRetention", """{"Key":"none"}""", "NoSuchKey", 404, noKey));
        Assert.Equal(["k"], (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket })).Texts("Contents", "Key"));
    }

    [Fact]
    [Covers("s3", "CopyObject", Aspect.Refuses)]
    [Covers("s3", "CreateMultipartUpload", Aspect.Refuses)]
    [Covers("s3", "UploadPart", Aspect.Refuses)]
    [Covers("s3", "UploadPartCopy", Aspect.Refuses)]
    [Covers("s3", "CompleteMultipartUpload", Aspect.Refuses)]
    [Covers("s3", "AbortMultipartUpload", Aspect.Refuses)]
    public async Task Copies_and_uploads()
    {
        var (bucket, upload) = await MakeAsync("uploads-of");
        const string number = "Part number must be an integer between 1 and 10000, inclusive";
        const string noUpload = "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.";
        const string noPart = "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
        await BadCall.DemandAsync(
            account.Root,
            bucket,
            upload,
            new("CopyObject", """{"Key":"copy","CopySource":"BUCKET/none"}""", "NoSuchKey", 404, "The specified key does not exist."),
            new("CopyObject", """{"Key":"copy","CopySource":"BUCKET-none/k"}""", "NoSuchBucket", 404, "The specified bucket does not exist"),
            new("CopyObject", """{"Key":"copy","CopySource":"BUCKET"}""", "InvalidArgument", 400, "Copy Source must mention the source bucket and key: sourcebucket/sourcekey"),
            new("CopyObject", """{"Key":"k","CopySource":"BUCKET/k"}""", "InvalidRequest", 400, "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."),
            new("CopyObject", """{"Key":"copy","CopySource":"BUCKET/k","MetadataDirective":"KEEP"}""", "InvalidArgument", 400, "Unknown metadata directive."),
            new("CopyObject", """{"Key":"copy","CopySource":"BUCKET/k","TaggingDirective":"KEEP"}""", "InvalidArgument", 400, "Unknown tagging directive."),
            new("CopyObject", """{"Key":"copy","CopySource":"BUCKET/k","CopySourceIfMatch":"\"0\""}""", "PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold"),
            new("CreateMultipartUpload", """{"Key":"k","StorageClass":"COLD"}""", "InvalidStorageClass", 400, "The storage class you specified is not valid"),
            new("CreateMultipartUpload", """{"Key":"k","Tagging":"a=1&a=2"}""", "InvalidTag", 400, "Cannot provide multiple Tags with the same key"),
            new("UploadPart", """{"Key":"k","UploadId":"UPLOAD","PartNumber":0,"Body":"x"}""", "InvalidArgument", 400, number),
            new("UploadPart", """{"Key":"k","UploadId":"UPLOAD","PartNumber":10001,"Body":"x"}""", "InvalidArgument", 400, number),
            new("UploadPart", """{"Key":"k","UploadId":"none","PartNumber":1,"Body":"x"}""", "NoSuchUpload", 404, noUpload),
            new("UploadPart", """{"Key":"k","UploadId":"UPLOAD","PartNumber":1,"Body":"x","ContentMD5":"AAAAAAAAAAAAAAAAAAAAAA=="}""", "BadDigest", 400),
            new("UploadPartCopy", """{"Key":"k","UploadId":"UPLOAD","PartNumber":1,"CopySource":"BUCKET/none"}""", "NoSuchKey", 404),
            new("UploadPartCopy", """{"Key":"k","UploadId":"UPLOAD","PartNumber":1,"CopySource":"BUCKET/k","CopySourceRange":"bytes=0-10"}""", "InvalidArgument", 400, "Range specified is not valid for source object of size: 10"),
            new("UploadPartCopy", """{"Key":"k","UploadId":"UPLOAD","PartNumber":1,"CopySource":"BUCKET/k","CopySourceRange":"0-1"}""", "InvalidArgument", 400, "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy"),
            new("UploadPartCopy", """{"Key":"k","UploadId":"none","PartNumber":1,"CopySource":"BUCKET/k"}""", "NoSuchUpload", 404, noUpload),
            new("CompleteMultipartUpload", """{"Key":"k","UploadId":"UPLOAD","MultipartUpload":{"Parts":[]}}""", "MalformedXML", 400, Malformed),
            new("CompleteMultipartUpload", """{"Key":"k","UploadId":"UPLOAD","MultipartUpload":{"Parts":[{"PartNumber":7,"ETag":"\"0\""}]}}""", "InvalidPart", 400, noPart),
            new("CompleteMultipartUpload", """{"Key":"k","UploadId":"none","MultipartUpload":{"Parts":[{"PartNumber":1,"ETag":"\"0\""}]}}""", "NoSuchUpload", 404, noUpload),
            new("AbortMultipartUpload", """{"Key":"k","UploadId":"none"}""", "NoSuchUpload", 404, noUpload));
        Assert.Equal(["k"], (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket })).Texts("Contents", "Key"));
    }

    [Fact]
    [Covers("s3", "PutPublicAccessBlock", Aspect.Refuses)]
    [Covers("s3", "PutObject", Aspect.Refuses)]
    [Covers("s3", "DeleteObjects", Aspect.Refuses)]
    public async Task What_no_SDK_sends()
    {
        var (bucket, upload) = await MakeAsync("raw");
        foreach (var (method, target, body, code, status) in ((string, string, string, string, int)[])
            [
                ("PUT", "?publicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>perhaps</BlockPublicAcls></PublicAccessBlockConfiguration>", "MalformedXML", 400),
                ("PUT", "?versioning", "<Other/>", "MalformedXML", 400),
                ("PUT", "?tagging", "<Tagging>", "MalformedXML", 400),
                ("PUT", "?cors", "", "MissingRequestBodyError", 400),
                ("POST", "?delete", "<Delete><Object><Key>k</Key></Object>", "MalformedXML", 400),
                ("POST", "?delete", "", "MissingRequestBodyError", 400),
                ("POST", $"/k?uploadId={upload}", "<CompleteMultipartUpload><Part><ETag>0</ETag></Part></CompleteMultipartUpload>", "MalformedXML", 400),
                ("PUT", $"/k?uploadId={upload}&partNumber=one", "x", "InvalidArgument", 400),
                ("GET", "/k?versionId=", "", "InvalidArgument", 400),
                ("GET", "/k?acl&tagging", "", "InvalidArgument", 400),
                ("POST", "/k?acl", "", "MethodNotAllowed", 405),
                ("DELETE", "?acl", "", "MethodNotAllowed", 405),
            ])
        {
            var answer = await SendAsync(method, $"/{bucket}{target}", body);
            Assert.True(answer.Status == status && answer.Error.Code == code, $"{method} {target}: {answer.Status} {answer.Body}");
        }

        var http = account.Root.Http;
        var tooLong = await http.SendAsync(http.Sign(
            new RawRequest { Method = "PUT", Target = $"/{bucket}/long", Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), ("Content-Length", "5368709121")] }, "s3"));
        Assert.Equal(new SdkError("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size"), tooLong.Error);
        foreach (var (header, value, status, code) in ((string, string, int, string)[])
            [
                ("If-None-Match", "*", 412, "PreconditionFailed"),
                ("If-None-Match", "\"0\"", 501, "NotImplemented"),
                ("If-Match", "\"0\"", 412, "PreconditionFailed"),
            ])
        {
            var answer = await SendAsync("PUT", $"/{bucket}/k", "other", (header, value));
            Assert.True(answer.Status == status && answer.Error.Code == code, $"{header}: {answer.Status} {answer.Body}");
        }

        Assert.Equal("PreconditionFailed", (await SendAsync("DELETE", $"/{bucket}/k", "", ("If-Match", "\"0\""))).Error.Code);
        Assert.Equal("0123456789", await account.TextAsync(bucket, "k"));
    }

    private static string Tags(int count) => string.Join(',', Enumerable.Range(0, count).Select(static i => $$"""{"Key":"t{{i}}","Value":""}"""));

    private Task<RawAnswer> SendAsync(string method, string target, string body, params (string Name, string Value)[] headers)
    {
        var http = account.Root.Http;
        return http.SendAsync(http.Sign(
            new RawRequest { Method = method, Target = target, Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), .. headers], Body = Encoding.UTF8.GetBytes(body) }, "s3"));
    }

    private async Task<(string Bucket, string Upload)> MakeAsync(string name)
    {
        var bucket = await account.NewBucketAsync(name);
        await account.PutAsync(bucket, "k", "0123456789");
        return (bucket, (await account.Root.S3.CallAsync("CreateMultipartUpload", new { Bucket = bucket, Key = "k" }))["UploadId"]!);
    }
}
