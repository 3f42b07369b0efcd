using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;

namespace Claviger.S3;

/// <summary>Has the upstream keep versions in a bucket, or no more new ones.</summary>
internal sealed class UpstreamPutBucketVersioning(BucketAccess access, Upstream upstream) : PutBucketVersioning(access)
{
    protected override void Refine(PutBucketVersioningRequest request, CallContext call)
    {
        base.Refine(request, call);
        PassedOn.DemandWhole(request, call.Rest);
        PassedOn.Of(request);
    }

    protected override async ValueTask<None> PrepareAsync(PutBucketVersioningRequest request, CallContext call)
    {
        await upstream.SendAsync(PassedOn.Of(request));
        return default;
    }
}
