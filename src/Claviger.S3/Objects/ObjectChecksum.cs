using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>A checksum as shapes have it: a member an algorithm, of which one is there.</summary>
/// <param name="Algorithm">The algorithm's name; null if there is none.</param>
/// <param name="Value">In base64.</param>
/// <param name="Type"><c>FULL_OBJECT</c> or <c>COMPOSITE</c>.</param>
internal readonly record struct ObjectChecksum(string? Algorithm, string? Value, string? Type)
{
    public const string FullObject = "FULL_OBJECT";
    public const string Composite = "COMPOSITE";

    public string? Crc32 => Of(ChecksumAlgorithm.Crc32);

    public string? Crc32C => Of(ChecksumAlgorithm.Crc32C);

    public string? Crc64Nvme => Of(ChecksumAlgorithm.Crc64Nvme);

    public string? Sha1 => Of(ChecksumAlgorithm.Sha1);

    public string? Sha256 => Of(ChecksumAlgorithm.Sha256);

    /// <summary>The type; null if there is no checksum.</summary>
    public string? TypeIfAny => Value is null ? null : Type;

    public static ObjectChecksum Of(ObjectRecord record) => new(record.ChecksumAlgorithm, record.Checksum, record.ChecksumType);

    public static ObjectChecksum Of(string? algorithm, PartRecord part) => new(algorithm, part.Checksum, null);

    private string? Of(ChecksumAlgorithm algorithm) => Algorithm == algorithm.Name() ? Value : null;
}
