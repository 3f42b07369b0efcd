using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;

namespace Claviger.S3;

/// <summary>Deletes a bucket of the upstream's that holds nothing, and here what says whose it was.</summary>
internal sealed class UpstreamDeleteBucket(BucketAccess access, ContentWriter writer, Upstream upstream) : DeleteBucket(access, writer)
{
    protected override void Refine(DeleteBucketRequest request, CallContext call) => PassedOn.DemandWhole(request, call.Rest);

    protected override async ValueTask<StagedWrite> PrepareAsync(DeleteBucketRequest request, CallContext call)
    {
        try
        {
            await upstream.SendAsync(PassedOn.Of(request));
        }
        catch (AwsError error) when (error.Code == "NoSuchBucket")
        {
            // It is gone already: by a deletion whose answer was lost, or by somebody who asked the upstream.
        }

        return await base.PrepareAsync(request, call);
    }
}
