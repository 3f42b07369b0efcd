using System.Collections.Frozen;

namespace Claviger.Catalogue;

/// <summary>Operations whose action goes by another name: what people write in policies, and what they mean.</summary>
internal static class ApiNames
{
    private static readonly FrozenDictionary<string, string> Actions = new Dictionary<string, string>
    {
        ["s3:ListObjects"] = "s3:ListBucket",
        ["s3:ListObjectsV2"] = "s3:ListBucket",
        ["s3:HeadBucket"] = "s3:ListBucket",
        ["s3:HeadObject"] = "s3:GetObject",
        ["s3:ListBuckets"] = "s3:ListAllMyBuckets",
        ["s3:ListObjectVersions"] = "s3:ListBucketVersions",
        ["s3:ListMultipartUploads"] = "s3:ListBucketMultipartUploads",
        ["s3:ListParts"] = "s3:ListMultipartUploadParts",
        ["s3:CreateMultipartUpload"] = "s3:PutObject",
        ["s3:CompleteMultipartUpload"] = "s3:PutObject",
        ["s3:UploadPart"] = "s3:PutObject",
        ["s3:CopyObject"] = "s3:GetObject and s3:PutObject",
        ["s3:DeleteObjects"] = "s3:DeleteObject",
        ["s3:GetBucketEncryption"] = "s3:GetEncryptionConfiguration",
        ["s3:PutBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["s3:GetBucketLifecycleConfiguration"] = "s3:GetLifecycleConfiguration",
        ["s3:PutBucketLifecycleConfiguration"] = "s3:PutLifecycleConfiguration",
        ["s3:PutBucketNotificationConfiguration"] = "s3:PutBucketNotification",
        ["lambda:Invoke"] = "lambda:InvokeFunction",
        ["states:StartWorkflow"] = "states:StartExecution",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The action or actions that authorize the operation; null if its name is the action's.</summary>
    public static string? FindAction(string operation) => Actions.GetValueOrDefault(operation);
}
