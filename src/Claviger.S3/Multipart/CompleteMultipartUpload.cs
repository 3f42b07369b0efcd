using System.Globalization;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Makes an object of the parts of an upload. No byte is moved: the object is its parts.</summary>
internal sealed class CompleteMultipartUpload(BucketAccess access, ContentWriter writer, IStore store)
    : ObjectOperation<CompleteMultipartUploadRequest, StagedCompletion, CompleteMultipartUploadResponse>
{
    private const int AllParts = 10_000;

    protected override void Refine(CompleteMultipartUploadRequest request, CallContext call)
    {
        Conditions(request).Refine();
        Encryption.Demand(null, request.SSECustomerAlgorithm, null);
        if (request.MultipartUpload?.Parts is not { Count: > 0 })
        {
            throw S3Error.MalformedXml();
        }
    }

    protected override void Authorize(CompleteMultipartUploadRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnObject(
            targets, call, PutObject.Action, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner), request.Key)
            .WithConditions(Conditions(request), makesObject: true);

    protected override async ValueTask<StagedCompletion> PrepareAsync(CompleteMultipartUploadRequest request, CallContext call) =>
        new(await store.ReadAsync(state => Plan(request, state)), writer.Nothing());

    protected override CompleteMultipartUploadResponse Commit(
        CompleteMultipartUploadRequest request, StagedCompletion prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var latest = Objects.Latest(state, bucket.Id, request.Key);
        if (prepared.Plan.Upload is null || Uploads.Find(state, bucket.Id, request.Key, request.UploadId) is not { } upload)
        {
            // AWS: who completes again, for having heard no answer, is answered as before.
            return latest is not null && latest.UploadId == request.UploadId ? Answer(bucket, latest, call) : throw S3Error.NoSuchUpload(request.UploadId);
        }

        Conditions(request).Demand(request.Key, latest);
        var (plan, freed) = (prepared.Plan, prepared.Write.Freeing());
        var stored = Parts.Page(state, bucket.Id, upload.Id, 0, AllParts).ToDictionary(static part => part.Number);
        if (!plan.Holds(stored))
        {
            throw S3Error.InvalidPart(upload.Id);
        }

        foreach (var part in plan.Parts)
        {
            stored.Remove(part.Number);
        }

        foreach (var unused in stored.Values)
        {
            Parts.Delete(state, unused, freed);
        }

        Uploads.Delete(state, upload);
        return Answer(bucket, Objects.Put(state, Made(plan, upload, state.Now), bucket.Versioning, latest, freed), call);
    }

    protected override void Settle(CompleteMultipartUploadRequest request, StagedCompletion prepared, CompleteMultipartUploadResponse response) =>
        prepared.Write.Settle();

    private static WriteConditions Conditions(CompleteMultipartUploadRequest request) => new(request.IfMatch, request.IfNoneMatch);

    private static UploadPlan Plan(CompleteMultipartUploadRequest request, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var upload = Uploads.Find(state, bucket.Id, request.Key, request.UploadId);
        var plan = UploadPlan.Of(
            upload, request.MultipartUpload!.Parts!, () => Parts.Page(state, bucket.Id, request.UploadId, 0, AllParts));
        if (upload is not null)
        {
            DemandWhole(request, upload, plan);
        }

        return plan;
    }

    private static void DemandWhole(CompleteMultipartUploadRequest request, UploadRecord upload, UploadPlan plan)
    {
        if (request.MpuObjectSize is { } size && size != plan.Size)
        {
            throw S3Error.InvalidRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"The provided 'x-amz-mp-object-size' header value {size} does not match what was computed: {plan.Size}"));
        }

        if (request.ChecksumType is { } type && upload.ChecksumType is { } chosen && type != chosen)
        {
            throw S3Error.InvalidRequest(
                $"The upload was created using the {chosen} checksum mode. The complete request must use the same checksum mode.");
        }

        foreach (var (algorithm, given) in ((ChecksumAlgorithm, string?)[])
            [
                (ChecksumAlgorithm.Crc32, request.ChecksumCRC32),
                (ChecksumAlgorithm.Crc32C, request.ChecksumCRC32C),
                (ChecksumAlgorithm.Crc64Nvme, request.ChecksumCRC64NVME),
                (ChecksumAlgorithm.Sha1, request.ChecksumSHA1),
                (ChecksumAlgorithm.Sha256, request.ChecksumSHA256),
            ])
        {
            // Of a composite one the number of parts may be left out.
            if (given is not null && (algorithm != UploadChecksums.AlgorithmOf(upload) || (given != plan.Checksum && $"{given}-{plan.Parts.Count}" != plan.Checksum)))
            {
                throw S3Error.BadChecksum(algorithm.Name());
            }
        }
    }

    private static ObjectRecord Made(UploadPlan plan, UploadRecord upload, DateTimeOffset now) => new()
    {
        BucketId = upload.BucketId,
        Key = upload.Key,
        Modified = now,
        Size = plan.Size,
        ETag = plan.ETag,
        StorageClass = upload.StorageClass,
        ChecksumAlgorithm = plan.Checksum is null ? null : UploadChecksums.AlgorithmOf(upload).Name(),
        ChecksumType = plan.Checksum is null ? null : UploadChecksums.TypeOf(upload),
        Checksum = plan.Checksum,
        UploadId = upload.Id,
        PartCount = plan.Parts.Count,
        Tags = upload.Tags,
        Headers = upload.Headers,
    };

    private static CompleteMultipartUploadResponse Answer(BucketRecord bucket, ObjectRecord record, CallContext call)
    {
        var checksum = ObjectChecksum.Of(record);
        return new CompleteMultipartUploadResponse
        {
            // AWS: slashes of the key are encoded here.
            Location = call.BucketUrl is { } url ? $"{url}/{Uri.EscapeDataString(record.Key)}" : null,
            Bucket = bucket.Name,
            Key = record.Key,
            ETag = EntityTag.Quoted(record.ETag),
            ChecksumCRC32 = checksum.Crc32,
            ChecksumCRC32C = checksum.Crc32C,
            ChecksumCRC64NVME = checksum.Crc64Nvme,
            ChecksumSHA1 = checksum.Sha1,
            ChecksumSHA256 = checksum.Sha256,
            ChecksumType = checksum.TypeIfAny,
            ServerSideEncryption = Encryption.ServerKeys,
            VersionId = ObjectKey.InHeader(bucket, record.VersionId),
        };
    }
}
