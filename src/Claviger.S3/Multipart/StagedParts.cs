using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What the writes of parts have in common.</summary>
internal sealed class StagedParts(ContentWriter writer, IStore store)
{
    /// <summary>The upload that a part is for, and its bucket.</summary>
    /// <exception cref="AwsError">NoSuchUpload.</exception>
    public ValueTask<UploadRecord> UploadAsync(string bucket, string key, string id) =>
        store.ReadAsync(state => UploadAccess.Demand(state, BucketAccess.Find(state, bucket, null), key, id));

    /// <summary>Brings a part's bytes to the disk.</summary>
    /// <exception cref="AwsError">InvalidRequest: its checksum is of another algorithm than its upload's; or as <see cref="ContentWriter.StageAsync"/>.</exception>
    public async ValueTask<StagedWrite> StageAsync(ContentStream? content, UploadRecord upload)
    {
        var algorithm = UploadChecksums.AlgorithmOf(upload);
        if (upload.ChecksumAlgorithm is not null && content?.Declared is { } declared && declared != algorithm)
        {
            throw S3Error.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {algorithm.Name().ToLowerInvariant()}, "
                + $"actual checksum Type: {declared.Name().ToLowerInvariant()}");
        }

        // Checked by what it brings, kept by what the whole will have.
        return await writer.StageAsync(content, algorithm, PutObject.Longest, isKept: true);
    }

    /// <summary>Writes a part.</summary>
    /// <exception cref="AwsError">NoSuchUpload.</exception>
    public static PartRecord Put(AppendTransaction state, BucketRecord bucket, string key, string uploadId, int number, StagedWrite staged)
    {
        var upload = UploadAccess.Demand(state, bucket, key, uploadId);
        var part = new PartRecord
        {
            BucketId = bucket.Id,
            UploadId = upload.Id,
            Number = number,
            Modified = state.Now,
            Size = staged.Content.Size,
            ETag = staged.ETag,
            Checksum = staged.Checksum,
            Content = staged.Content.Id,
        };
        Parts.Put(state, part, staged.Freeing());
        return part;
    }
}
