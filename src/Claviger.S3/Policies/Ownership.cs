namespace Claviger.S3;

/// <summary>Who owns the objects of a bucket. Here it is always the bucket's owner, as on AWS for every bucket that doesn't ask for else.</summary>
internal static class Ownership
{
    /// <summary>ACLs are disabled; AWS's word for it.</summary>
    public const string Enforced = "BucketOwnerEnforced";
}
