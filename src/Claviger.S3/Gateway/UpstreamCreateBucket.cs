using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Makes a bucket at the upstream, and here what says whose it is; the account that adopts buckets makes one its own that is there already.</summary>
internal sealed class UpstreamCreateBucket(Upstream upstream, IStore store) : CreateBucket
{
    protected override void Refine(CreateBucketRequest request, CallContext call)
    {
        base.Refine(request, call);
        PassedOn.DemandWhole(request, call.Rest);
    }

    protected override async ValueTask<None> PrepareAsync(CreateBucketRequest request, CallContext call)
    {
        BucketRegion.Choose(request.CreateBucketConfiguration?.LocationConstraint, call.Region);
        if (await store.ReadAsync(request.Bucket, static (state, name) => Buckets.Find(state, name) is not null))
        {
            // The commit says what comes of it.
            return default;
        }

        if (!await ExistsAsync(request.Bucket))
        {
            await upstream.SendAsync(Made(request.Bucket));
        }
        else if (call.Caller.Account != upstream.Adopter)
        {
            // INVARIANT: what the upstream holds for others becomes nobody's by its name alone.
            throw S3Error.BucketAlreadyExists(request.Bucket);
        }

        return default;
    }

    private RestCall Made(string bucket)
    {
        var made = new RestCall { Method = "PUT", Bucket = bucket };
        if (BucketRegion.Constraint(upstream.Region) is { } region)
        {
            made.SetDocument(
                "CreateBucketConfiguration", new CreateBucketConfigurationShape { LocationConstraint = region }, S3Model.Service.XmlNamespace);
        }

        return made;
    }

    private async ValueTask<bool> ExistsAsync(string bucket)
    {
        try
        {
            await upstream.SendAsync(new RestCall { Method = "HEAD", Bucket = bucket });
            return true;
        }
        catch (AwsError error) when (error.HttpStatus == 404)
        {
            return false;
        }
    }
}
