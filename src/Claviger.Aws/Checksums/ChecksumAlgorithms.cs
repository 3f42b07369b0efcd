namespace Claviger.Aws;

/// <summary>The names of checksum algorithms and the lengths of what they make.</summary>
public static class ChecksumAlgorithms
{
    private static readonly ChecksumAlgorithm[] s_all = Enum.GetValues<ChecksumAlgorithm>();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChecksumAlgorithm> All => s_all;

    /// <summary>The name in headers' values and documents: <c>CRC64NVME</c>.</summary>
    public static string Name(this ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "CRC32",
        ChecksumAlgorithm.Crc32C => "CRC32C",
        ChecksumAlgorithm.Crc64Nvme => "CRC64NVME",
        ChecksumAlgorithm.Sha1 => "SHA1",
        ChecksumAlgorithm.Sha256 => "SHA256",
    };

    /// <summary>The header that holds the checksum, in base64: <c>x-amz-checksum-crc64nvme</c>.</summary>
    public static string Header(this ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "x-amz-checksum-crc32",
        ChecksumAlgorithm.Crc32C => "x-amz-checksum-crc32c",
        ChecksumAlgorithm.Crc64Nvme => "x-amz-checksum-crc64nvme",
        ChecksumAlgorithm.Sha1 => "x-amz-checksum-sha1",
        ChecksumAlgorithm.Sha256 => "x-amz-checksum-sha256",
    };

    /// <summary>Bytes of a checksum.</summary>
    public static int Length(this ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C => 4,
        ChecksumAlgorithm.Crc64Nvme => 8,
        ChecksumAlgorithm.Sha1 => 20,
        ChecksumAlgorithm.Sha256 => 32,
    };

    /// <summary>Whether the checksum of a whole can be had from those of its parts, so that S3 gives multipart uploads one of the whole.</summary>
    public static bool IsLinear(this ChecksumAlgorithm algorithm) => algorithm <= ChecksumAlgorithm.Crc64Nvme;

    /// <summary>The algorithm of a name; null for one that isn't known.</summary>
    public static ChecksumAlgorithm? Parse(string name)
    {
        foreach (ChecksumAlgorithm algorithm in s_all)
        {
            if (algorithm.Name().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return algorithm;
            }
        }

        return null;
    }
}
