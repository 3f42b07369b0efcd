namespace Claviger.Store;

/// <summary>What a bucket refuses of public access, by AWS's four settings.</summary>
[Flags]
public enum PublicAccessBlock
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>ACLs that make anything public can't be set.</summary>
    BlockPublicAcls = 1,

    /// <summary>ACLs that make anything public have no effect.</summary>
    IgnorePublicAcls = 2,

    /// <summary>A policy that makes the bucket public can't be set.</summary>
    BlockPublicPolicy = 4,

    /// <summary>A bucket whose policy is public lets in its own account and services alone.</summary>
    RestrictPublicBuckets = 8,

    /// <summary>All four, as of a new bucket.</summary>
    All = BlockPublicAcls | IgnorePublicAcls | BlockPublicPolicy | RestrictPublicBuckets,
}
