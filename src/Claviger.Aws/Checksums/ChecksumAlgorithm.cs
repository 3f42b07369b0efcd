namespace Claviger.Aws;

/// <summary>The checksums that S3 keeps of an object.</summary>
public enum ChecksumAlgorithm
{
    /// <summary>CRC-32 as in gzip; what SDKs send where nobody chooses.</summary>
    Crc32,

    /// <summary>CRC-32 after Castagnoli.</summary>
    Crc32C,

    /// <summary>CRC-64 as NVMe has it; what S3 itself computes where a client sends none.</summary>
    Crc64Nvme,

    /// <summary>SHA-1.</summary>
    Sha1,

    /// <summary>SHA-256.</summary>
    Sha256,
}
