using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The checksums of an upload: of each part, and of the whole that the parts make.</summary>
internal static class UploadChecksums
{
    /// <summary>What S3 computes of its own accord, where the client has chosen nothing.</summary>
    public const ChecksumAlgorithm OwnAlgorithm = ChecksumAlgorithm.Crc64Nvme;

    /// <summary>What a new upload asks for.</summary>
    /// <returns>Algorithm and type; nulls where it asks for nothing.</returns>
    /// <exception cref="AwsError">InvalidRequest: the two don't go together, or there is no such thing.</exception>
    public static (string? Algorithm, string? Type) Choose(string? algorithm, string? type)
    {
        if (algorithm is null)
        {
            return type is null
                ? (null, null)
                : throw S3Error.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }

        var known = ChecksumAlgorithms.Parse(algorithm) ?? throw S3Error.UnknownChecksumAlgorithm();
        var chosen = type ?? (known == ChecksumAlgorithm.Crc64Nvme ? ObjectChecksum.FullObject : ObjectChecksum.Composite);
        var isKnown = chosen switch
        {
            ObjectChecksum.FullObject => known.IsLinear(),
            ObjectChecksum.Composite => known != ChecksumAlgorithm.Crc64Nvme,
            _ => throw S3Error.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
        };
        return isKnown
            ? (known.Name(), chosen)
            : throw S3Error.InvalidRequest($"The {chosen} checksum type cannot be used with the {known.Name().ToLowerInvariant()} checksum algorithm.");
    }

    /// <summary>The algorithm of an upload's parts.</summary>
    public static ChecksumAlgorithm AlgorithmOf(UploadRecord upload) =>
        upload.ChecksumAlgorithm is { } name ? ChecksumAlgorithms.Parse(name)!.Value : OwnAlgorithm;

    /// <summary>The type of the whole's checksum.</summary>
    public static string TypeOf(UploadRecord upload) => upload.ChecksumType ?? ObjectChecksum.FullObject;

    /// <summary>The checksum of the whole; null if a part has none.</summary>
    public static string? OfWhole(UploadRecord upload, IReadOnlyList<PartRecord> parts)
    {
        if (parts.Any(static part => part.Checksum is null))
        {
            return null;
        }

        var algorithm = AlgorithmOf(upload);
        if (TypeOf(upload) == ObjectChecksum.Composite)
        {
            var all = parts.SelectMany(static part => Convert.FromBase64String(part.Checksum!)).ToArray();
            return $"{Convert.ToBase64String(Checksum.Of(algorithm, all))}-{parts.Count}";
        }

        var whole = Convert.FromBase64String(parts[0].Checksum!);
        foreach (var part in parts.Skip(1))
        {
            whole = Checksum.Combine(algorithm, whole, Convert.FromBase64String(part.Checksum!), part.Size);
        }

        return Convert.ToBase64String(whole);
    }
}
