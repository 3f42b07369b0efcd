using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>A well-formed call of an operation on a bucket or an object, and what it must be allowed.</summary>
/// <param name="Operation">AWS's name of it.</param>
/// <param name="Action">The action that is checked first.</param>
/// <param name="IsOfObject">Whether it is on an object.</param>
/// <param name="Parameters">Its parameters beside bucket and key, as JSON; BUCKET stands for the bucket's name.</param>
public sealed record BucketCall(string Operation, string Action, bool IsOfObject, string Parameters)
{
    /// <summary>The key of the object.</summary>
    public const string Key = "dir/an object";

    /// <summary>A call of every operation but those that answer without a document.</summary>
    public static readonly IReadOnlyList<BucketCall> All =
    [
        new("ListObjects", "s3:ListBucket", false, """{}"""),
        new("ListObjectsV2", "s3:ListBucket", false, """{}"""),
        new("ListObjectVersions", "s3:ListBucketVersions", false, """{}"""),
        new("ListMultipartUploads", "s3:ListBucketMultipartUploads", false, """{}"""),
        new("DeleteBucket", "s3:DeleteBucket", false, """{}"""),
        new("GetBucketLocation", "s3:GetBucketLocation", false, """{}"""),
        new("GetBucketPolicy", "s3:GetBucketPolicy", false, """{}"""),
        new("PutBucketPolicy", "s3:PutBucketPolicy", false, """{"Policy":"{}"}"""),
        new("DeleteBucketPolicy", "s3:DeleteBucketPolicy", false, """{}"""),
        new("GetBucketPolicyStatus", "s3:GetBucketPolicyStatus", false, """{}"""),
        new("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock", false, """{}"""),
        new("PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock", false, """{"PublicAccessBlockConfiguration":{"BlockPublicAcls":true}}"""),
        new("DeletePublicAccessBlock", "s3:PutBucketPublicAccessBlock", false, """{}"""),
        new("GetBucketOwnershipControls", "s3:GetBucketOwnershipControls", false, """{}"""),
        new("PutBucketOwnershipControls", "s3:PutBucketOwnershipControls", false, """{"OwnershipControls":{"Rules":[{"ObjectOwnership":"BucketOwnerEnforced"}]}}"""),
        new("DeleteBucketOwnershipControls", "s3:PutBucketOwnershipControls", false, """{}"""),
        new("GetBucketAcl", "s3:GetBucketAcl", false, """{}"""),
        new("PutBucketAcl", "s3:PutBucketAcl", false, """{"ACL":"private"}"""),
        new("GetBucketTagging", "s3:GetBucketTagging", false, """{}"""),
        new("PutBucketTagging", "s3:PutBucketTagging", false, """{"Tagging":{"TagSet":[{"Key":"a","Value":"1"}]}}"""),
        new("DeleteBucketTagging", "s3:PutBucketTagging", false, """{}"""),
        new("GetBucketVersioning", "s3:GetBucketVersioning", false, """{}"""),
        new("PutBucketVersioning", "s3:PutBucketVersioning", false, """{"VersioningConfiguration":{"Status":"Enabled"}}"""),
        new("GetBucketCors", "s3:GetBucketCORS", false, """{}"""),
        new("PutBucketCors", "s3:PutBucketCORS", false, """{"CORSConfiguration":{"CORSRules":[{"AllowedMethods":["GET"],"AllowedOrigins":["*"]}]}}"""),
        new("DeleteBucketCors", "s3:PutBucketCORS", false, """{}"""),
        new("GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration", false, """{}"""),
        new("PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration", false, """{"LifecycleConfiguration":{"Rules":[{"Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}}"""),
        new("DeleteBucketLifecycle", "s3:PutLifecycleConfiguration", false, """{}"""),
        new("GetBucketEncryption", "s3:GetEncryptionConfiguration", false, """{}"""),
        new("PutBucketEncryption", "s3:PutEncryptionConfiguration", false, """{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}}"""),
        new("DeleteBucketEncryption", "s3:PutEncryptionConfiguration", false, """{}"""),
        new("GetBucketLogging", "s3:GetBucketLogging", false, """{}"""),
        new("GetBucketWebsite", "s3:GetBucketWebsite", false, """{}"""),
        new("GetBucketReplication", "s3:GetReplicationConfiguration", false, """{}"""),
        new("GetBucketRequestPayment", "s3:GetBucketRequestPayment", false, """{}"""),
        new("GetBucketAccelerateConfiguration", "s3:GetAccelerateConfiguration", false, """{}"""),
        new("GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration", false, """{}"""),
        new("GetBucketNotificationConfiguration", "s3:GetBucketNotification", false, """{}"""),
        new("ListBucketAnalyticsConfigurations", "s3:GetAnalyticsConfiguration", false, """{}"""),
        new("ListBucketIntelligentTieringConfigurations", "s3:GetIntelligentTieringConfiguration", false, """{}"""),
        new("ListBucketInventoryConfigurations", "s3:GetInventoryConfiguration", false, """{}"""),
        new("ListBucketMetricsConfigurations", "s3:GetMetricsConfiguration", false, """{}"""),
        new("GetBucketAnalyticsConfiguration", "s3:GetAnalyticsConfiguration", false, """{"Id":"x"}"""),
        new("GetBucketIntelligentTieringConfiguration", "s3:GetIntelligentTieringConfiguration", false, """{"Id":"x"}"""),
        new("GetBucketInventoryConfiguration", "s3:GetInventoryConfiguration", false, """{"Id":"x"}"""),
        new("GetBucketMetricsConfiguration", "s3:GetMetricsConfiguration", false, """{"Id":"x"}"""),
        new("DeleteBucketAnalyticsConfiguration", "s3:PutAnalyticsConfiguration", false, """{"Id":"x"}"""),
        new("DeleteBucketIntelligentTieringConfiguration", "s3:PutIntelligentTieringConfiguration", false, """{"Id":"x"}"""),
        new("DeleteBucketInventoryConfiguration", "s3:PutInventoryConfiguration", false, """{"Id":"x"}"""),
        new("DeleteBucketMetricsConfiguration", "s3:PutMetricsConfiguration", false, """{"Id":"x"}"""),
        new("DeleteBucketWebsite", "s3:DeleteBucketWebsite", false, """{}"""),
        new("DeleteBucketReplication", "s3:PutReplicationConfiguration", false, """{}"""),
        new("PutBucketRequestPayment", "s3:PutBucketRequestPayment", false, """{"RequestPaymentConfiguration":{"Payer":"BucketOwner"}}"""),
        new("PutBucketLogging", "s3:PutBucketLogging", false, """{"BucketLoggingStatus":{}}"""),
        new("PutBucketNotificationConfiguration", "s3:PutBucketNotification", false, """{"NotificationConfiguration":{}}"""),
        new("PutObject", "s3:PutObject", true, """{"Body":"x"}"""),
        new("GetObject", "s3:GetObject", true, """{}"""),
        new("DeleteObject", "s3:DeleteObject", true, """{}"""),
        new("GetObjectAcl", "s3:GetObjectAcl", true, """{}"""),
        new("PutObjectAcl", "s3:PutObjectAcl", true, """{"ACL":"private"}"""),
        new("GetObjectLegalHold", "s3:GetObjectLegalHold", true, """{}"""),
        new("GetObjectRetention", "s3:GetObjectRetention", true, """{}"""),
        new("GetObjectTagging", "s3:GetObjectTagging", true, """{}"""),
        new("PutObjectTagging", "s3:PutObjectTagging", true, """{"Tagging":{"TagSet":[]}}"""),
        new("DeleteObjectTagging", "s3:DeleteObjectTagging", true, """{}"""),
        new("GetObjectAttributes", "s3:GetObject", true, """{"ObjectAttributes":["ETag"]}"""),
        new("CopyObject", "s3:PutObject", true, """{"CopySource":"BUCKET/other"}"""),
        new("CreateMultipartUpload", "s3:PutObject", true, """{}"""),
        new("UploadPart", "s3:PutObject", true, """{"UploadId":"u","PartNumber":1,"Body":"x"}"""),
        new("UploadPartCopy", "s3:PutObject", true, """{"UploadId":"u","PartNumber":1,"CopySource":"BUCKET/other"}"""),
        new("CompleteMultipartUpload", "s3:PutObject", true, """{"UploadId":"u","MultipartUpload":{"Parts":[{"PartNumber":1,"ETag":"e"}]}}"""),
        new("AbortMultipartUpload", "s3:AbortMultipartUpload", true, """{"UploadId":"u"}"""),
        new("ListParts", "s3:ListMultipartUploadParts", true, """{"UploadId":"u"}"""),
    ];

    /// <summary>The parameters for a bucket.</summary>
    public JsonObject For(string bucket)
    {
        var parameters = JsonNode.Parse(Parameters.Replace("BUCKET", bucket, StringComparison.Ordinal))!.AsObject();
        parameters["Bucket"] = bucket;
        if (IsOfObject)
        {
            parameters["Key"] = Key;
        }

        return parameters;
    }

    /// <summary>The ARN that is checked.</summary>
    public string Arn(string bucket) => IsOfObject ? $"arn:aws:s3:::{bucket}/{Key}" : $"arn:aws:s3:::{bucket}";
}
