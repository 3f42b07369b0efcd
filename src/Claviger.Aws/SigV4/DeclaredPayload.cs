namespace Claviger.Aws;

/// <summary>What S3's <c>x-amz-content-sha256</c> says of a payload.</summary>
public enum DeclaredPayload
{
    /// <summary>Its SHA-256, in hexadecimal.</summary>
    Hash,

    /// <summary>It is not signed.</summary>
    Unsigned,

    /// <summary>It comes in chunks, each with a signature.</summary>
    SignedChunks,

    /// <summary>It comes in signed chunks with a signed trailer.</summary>
    SignedChunksWithTrailer,

    /// <summary>It comes in unsigned chunks with a trailer.</summary>
    UnsignedChunksWithTrailer,
}
