using System.Security.Cryptography;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The object that an upload makes: which parts, and what follows of them.</summary>
internal sealed class UploadPlan
{
    /// <summary>The least that a part may hold, but for the last.</summary>
    private const long ShortestPart = 5 * 1024 * 1024;

    private const int MostParts = 10_000;

    /// <summary>The upload; null where it is done already.</summary>
    public UploadRecord? Upload { get; private init; }

    /// <summary>The parts that are used, in order.</summary>
    public IReadOnlyList<PartRecord> Parts { get; private init; } = [];

    public long Size { get; private init; }

    public string ETag { get; private init; } = "";

    public string? Checksum { get; private init; }

    /// <summary>Works out what the parts of a request make.</summary>
    /// <exception cref="AwsError">MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall.</exception>
    public static UploadPlan Of(UploadRecord? upload, IReadOnlyList<CompletedPartShape> listed, Func<IEnumerable<PartRecord>> stored)
    {
        if (upload is null)
        {
            return new UploadPlan();
        }

        if (listed.Count is 0 or > MostParts)
        {
            throw S3Error.MalformedXml();
        }

        var known = stored().ToDictionary(static part => part.Number);
        var parts = new List<PartRecord>(listed.Count);
        foreach (var it in listed)
        {
            if (it.PartNumber is not { } number)
            {
                throw S3Error.MalformedXml();
            }

            if (parts.Count > 0 && number <= parts[^1].Number)
            {
                throw S3Error.InvalidPartOrder(upload.Id);
            }

            if (!known.TryGetValue(number, out var part) || it.ETag?.Trim('"') != part.ETag || !IsSame(it, part, upload))
            {
                throw S3Error.InvalidPart(upload.Id, number, it.ETag);
            }

            parts.Add(part);
        }

        if (parts.SkipLast(1).FirstOrDefault(static part => part.Size < ShortestPart) is { } tooSmall)
        {
            throw S3Error.EntityTooSmall(tooSmall.Size, ShortestPart);
        }

        return new UploadPlan
        {
            Upload = upload,
            Parts = parts,
            Size = parts.Sum(static part => part.Size),
            ETag = ETagOf(parts),
            Checksum = UploadChecksums.OfWhole(upload, parts),
        };
    }

    /// <summary>Whether the parts are still those of the plan.</summary>
    public bool Holds(IReadOnlyDictionary<long, PartRecord> stored) =>
        Parts.All(part => stored.TryGetValue(part.Number, out var now) && now.Content == part.Content);

    private static bool IsSame(CompletedPartShape listed, PartRecord part, UploadRecord upload)
    {
        if (upload.ChecksumAlgorithm is null)
        {
            return true;
        }

        var checksum = ObjectChecksum.Of(upload.ChecksumAlgorithm, part);
        return IsSame(listed.ChecksumCRC32, checksum.Crc32)
            && IsSame(listed.ChecksumCRC32C, checksum.Crc32C)
            && IsSame(listed.ChecksumCRC64NVME, checksum.Crc64Nvme)
            && IsSame(listed.ChecksumSHA1, checksum.Sha1)
            && IsSame(listed.ChecksumSHA256, checksum.Sha256);
    }

    private static bool IsSame(string? listed, string? stored) => listed is null || listed == stored;

    private static string ETagOf(List<PartRecord> parts)
    {
        var all = parts.SelectMany(static part => Convert.FromHexString(part.ETag)).ToArray();
#pragma warning disable CA5351 // MD5 is what S3's entity tags are; nothing relies on it being hard to forge
        return $"{Convert.ToHexStringLower(MD5.HashData(all))}-{parts.Count}";
#pragma warning restore CA5351
    }
}
