namespace Claviger.ShapeGen;

/// <summary>What is known of S3's wire from its documentation and answers, and isn't in its model.</summary>
internal static class S3Facts
{
    public const string XmlNamespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>The root elements of answers; the model has none, and clients other than AWS's look at them.</summary>
    private static readonly Dictionary<string, string> s_roots = new(StringComparer.Ordinal)
    {
        ["CompleteMultipartUpload"] = "CompleteMultipartUploadResult",
        ["CreateMultipartUpload"] = "InitiateMultipartUploadResult",
        ["CreateSession"] = "CreateSessionResult",
        ["DeleteObjects"] = "DeleteResult",
        ["GetBucketAccelerateConfiguration"] = "AccelerateConfiguration",
        ["GetBucketAcl"] = "AccessControlPolicy",
        ["GetBucketCors"] = "CORSConfiguration",
        ["GetBucketLifecycleConfiguration"] = "LifecycleConfiguration",
        ["GetBucketLogging"] = "BucketLoggingStatus",
        ["GetBucketNotificationConfiguration"] = "NotificationConfiguration",
        ["GetBucketRequestPayment"] = "RequestPaymentConfiguration",
        ["GetBucketTagging"] = "Tagging",
        ["GetBucketVersioning"] = "VersioningConfiguration",
        ["GetBucketWebsite"] = "WebsiteConfiguration",
        ["GetObjectAcl"] = "AccessControlPolicy",
        ["GetObjectAttributes"] = "GetObjectAttributesResponse",
        ["GetObjectTagging"] = "Tagging",
        ["ListBucketAnalyticsConfigurations"] = "ListBucketAnalyticsConfigurationResult",
        ["ListBucketInventoryConfigurations"] = "ListInventoryConfigurationsResult",
        ["ListBucketMetricsConfigurations"] = "ListMetricsConfigurationsResult",
        ["ListBuckets"] = "ListAllMyBucketsResult",
        ["ListObjectVersions"] = "ListVersionsResult",
        ["ListObjects"] = "ListBucketResult",
        ["ListObjectsV2"] = "ListBucketResult",
        ["UploadPartCopy"] = "CopyPartResult",
    };

    /// <summary>The operations that another server can be asked for, whose shapes are therefore written as requests and read as answers too.</summary>
    private static readonly HashSet<string> s_relayed = new(StringComparer.Ordinal)
    {
        "AbortMultipartUpload", "CompleteMultipartUpload", "CopyObject", "CreateBucket", "CreateMultipartUpload", "DeleteBucket", "DeleteObject",
        "DeleteObjects", "DeleteObjectTagging", "GetBucketVersioning", "GetObject", "GetObjectAttributes", "GetObjectTagging", "HeadObject",
        "ListMultipartUploads", "ListObjects", "ListObjectsV2", "ListObjectVersions", "ListParts", "PutBucketVersioning", "PutObject",
        "PutObjectTagging", "UploadPart", "UploadPartCopy",
    };

    /// <summary>Shapes that the model calls times and S3 keeps as the text that was sent.</summary>
    public static IReadOnlySet<string> Texts { get; } = new HashSet<string>(StringComparer.Ordinal) { "Expires", "ResponseExpires" };

    /// <summary>Whether another server can be asked for an operation.</summary>
    public static bool IsRelayed(string operation) => s_relayed.Contains(operation);

    /// <summary>The element that is the whole answer's.</summary>
    public static string Root(string operation) => s_roots.GetValueOrDefault(operation) ?? $"{operation}Result";

    /// <summary>Whether the answer's one member is the text of its root element.</summary>
    public static bool HasTextOnly(string operation) => operation == "GetBucketLocation";

    /// <summary>Whether an operation is called at an endpoint of its own: that of directory buckets' zone, or of an object function's route.</summary>
    public static bool IsElsewhere(string operation) => operation is "ListDirectoryBuckets" or "WriteGetObjectResponse";
}
