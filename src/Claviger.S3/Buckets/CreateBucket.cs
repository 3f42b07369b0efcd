using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Makes a bucket: closed to the public, its objects its owner's, without versions.</summary>
internal class CreateBucket : PreparedWriteOperation<CreateBucketRequest, None, CreateBucketResponse>
{
    protected override void Refine(CreateBucketRequest request, CallContext call)
    {
        BucketName.Demand(request.Bucket);
        Acls.DemandNoGrants(request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWrite, request.GrantWriteACP);
        if (request.ACL is not (null or "private"))
        {
            throw Acls.NotWithOwnership();
        }

        if (request.ObjectOwnership is not (null or Ownership.Enforced))
        {
            throw S3Error.NotImplemented("x-amz-object-ownership");
        }

        if (request.ObjectLockEnabledForBucket == true)
        {
            throw S3Error.NotImplemented("x-amz-bucket-object-lock-enabled");
        }
    }

    protected override void Authorize(CreateBucketRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = BucketAccess.Arn(request.Bucket);
        targets.Add("s3:CreateBucket", arn)
            .With(S3Keys.LocationConstraint, request.CreateBucketConfiguration?.LocationConstraint)
            .WithHeaders(request.ACL);
        if (request.CreateBucketConfiguration?.Tags is { Count: > 0 } tags)
        {
            targets.Add("s3:TagResource", arn).WithRequestTags(TagSet.Of(tags.Select(static tag => new Tag(tag.Key, tag.Value))));
        }
    }

    protected override ValueTask<None> PrepareAsync(CreateBucketRequest request, CallContext call) => default;

    protected override CreateBucketResponse Commit(CreateBucketRequest request, None prepared, CallContext call, WriteTransaction state)
    {
        var region = BucketRegion.Choose(request.CreateBucketConfiguration?.LocationConstraint, call.Region);
        if (Buckets.Find(state, request.Bucket) is { } existing)
        {
            // AWS: in us-east-1, and only there, who makes a bucket again that is its own is told that all is well.
            return existing.Account != state.Account ? throw S3Error.BucketAlreadyExists(request.Bucket)
                : existing.Region == BucketRegion.Default && region == BucketRegion.Default ? Made(existing)
                : throw S3Error.BucketAlreadyOwnedByYou(request.Bucket);
        }

        var bucket = new BucketRecord
        {
            Id = Buckets.NewId(),
            Account = state.Account,
            Name = request.Bucket,
            Region = region,
            Created = state.Now,
            PublicAccessBlock = PublicAccessBlock.All,
            Ownership = Ownership.Enforced,
            Tags = ObjectTags.OfBucket(request.CreateBucketConfiguration?.Tags ?? []),
        };
        try
        {
            Buckets.Insert(state, bucket);
        }
        catch (StoreConflictException)
        {
            // Another node was quicker.
            throw S3Error.BucketAlreadyExists(request.Bucket);
        }

        return Made(bucket);
    }

    private static CreateBucketResponse Made(BucketRecord bucket) => new() { Location = $"/{bucket.Name}", BucketArn = BucketAccess.Arn(bucket.Name) };
}
