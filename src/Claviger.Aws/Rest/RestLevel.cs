namespace Claviger.Aws;

/// <summary>What a REST path names.</summary>
public enum RestLevel
{
    /// <summary>The service: no bucket is named.</summary>
    Service,

    /// <summary>A bucket.</summary>
    Bucket,

    /// <summary>An object in a bucket.</summary>
    Object,
}
