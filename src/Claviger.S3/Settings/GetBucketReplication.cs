using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket is not replicated.</summary>
internal sealed class GetBucketReplication(BucketAccess access) : BucketInquiry<GetBucketReplicationRequest, GetBucketReplicationResponse>(access, "s3:GetReplicationConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketReplicationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketReplicationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw new AwsError("ReplicationConfigurationNotFoundError", 404, "The replication configuration was not found").With("BucketName", bucket.Name);
}
