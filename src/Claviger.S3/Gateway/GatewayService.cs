using System.Collections.Frozen;
using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.S3;

/// <summary>Amazon Simple Storage Service in front of another server: what is about objects is decided here and done there.</summary>
/// <remarks>
/// An operation that has shapes for it is relayed, by the class <c>Upstream…</c> of its name or else as all are. One on a bucket's own
/// settings is done here. What is neither is not served.
/// </remarks>
internal sealed class GatewayService(IServiceProvider provider) : AwsService(S3Model.Service, provider)
{
    // How bytes are kept is not ours to say where another server keeps them.
    private static readonly FrozenSet<Type> NotOurs =
    [
        typeof(GetBucketEncryption), typeof(PutBucketEncryption), typeof(DeleteBucketEncryption), typeof(PutBucketLifecycleConfiguration),
    ];

    protected override Operation Make(OperationModel operation)
    {
        if (ClassOf(operation) is not { } here)
        {
            return Unbuilt(operation);
        }

        if (!operation.RequestType.IsAssignableTo(typeof(IRestCallShape)))
        {
            return IsOfBuckets(here) && !NotOurs.Contains(here) ? Make(here) : Unbuilt(operation);
        }

        var relayed = ClassNamed("Upstream" + operation.Name)
            ?? typeof(UpstreamOperation<,>).MakeGenericType(operation.RequestType, operation.ResponseType);
        return relayed.IsSubclassOf(here) ? Make(relayed) : Make(relayed, Make(here));
    }

    // INVARIANT: no operation on objects is done here, where there are none.
    private static bool IsOfBuckets(Type type) =>
        type == typeof(ListBuckets) || type == typeof(HeadBucket)
        || type.BaseType is { IsGenericType: true } kind
            && (kind.GetGenericTypeDefinition() == typeof(BucketInquiry<,>) || kind.GetGenericTypeDefinition() == typeof(BucketChange<,>));
}
