using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Deletes a bucket that holds nothing; uploads under way go with it.</summary>
internal class DeleteBucket(BucketAccess access, ContentWriter writer) : PreparedWriteOperation<DeleteBucketRequest, StagedWrite, DeleteBucketResponse>
{
    protected override void Authorize(DeleteBucketRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnBucket(targets, call, "s3:DeleteBucket", BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner));

    protected override AccountId AccountOf(DeleteBucketRequest request, CallContext call, ReadTransaction state) =>
        BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner).Account;

    protected override ValueTask<StagedWrite> PrepareAsync(DeleteBucketRequest request, CallContext call) => new(writer.Nothing());

    protected override DeleteBucketResponse Commit(DeleteBucketRequest request, StagedWrite prepared, CallContext call, WriteTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        if (Buckets.HasObjects(state, bucket.Id))
        {
            throw S3Error.BucketNotEmpty(request.Bucket);
        }

        Buckets.Delete(state, bucket, prepared.Freeing());
        return new DeleteBucketResponse { StatusCode = 204 };
    }

    protected override void Settle(StagedWrite prepared) => prepared.Settle();
}
