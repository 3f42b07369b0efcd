using System.Buffers;

namespace Claviger.Aws;

/// <summary>AWS's JSON protocol: the operation in the header <c>X-Amz-Target</c>, its members in the body, and JSON out.</summary>
public sealed class JsonProtocol : Protocol
{
    private const int BadRequest = 400;

    private JsonProtocol()
    {
    }

    /// <summary>The protocol; it has no state.</summary>
    public static JsonProtocol Instance { get; } = new();

    /// <inheritdoc/>
    public override string ContentType => "application/x-amz-json-1.1";

    /// <summary>The operation that the header names; null if the service has none of that name.</summary>
    /// <param name="service">The service.</param>
    /// <param name="target">The header: <c>CloudTrail_20131101.LookupEvents</c>, or with the service's whole prefix.</param>
    public static OperationModel? Find(ServiceModel service, string? target)
    {
        int dot = target?.LastIndexOf('.') ?? -1;
        if (dot < 0 || service.TargetPrefix is not { } prefix)
        {
            return null;
        }

        ReadOnlySpan<char> sent = target.AsSpan(0, dot);
        // AWS: the last part of the prefix is enough.
        bool isOurs = sent.SequenceEqual(prefix) || sent.SequenceEqual(prefix.AsSpan(prefix.LastIndexOf('.') + 1));
        return isOurs ? service.Find(target.AsSpan(dot + 1)) : null;
    }

    /// <inheritdoc/>
    // AWS: a denial has the status of a bad request.
    public override AwsError Translate(AwsError error) => JsonErrors.Translate(error, BadRequest);

    /// <inheritdoc/>
    public override void WriteResponse(
        IBufferWriter<byte> output, OperationModel operation, IResponseShape response, string requestId) =>
        ResponseJson.WriteDocument(output, ((IJsonResponseShape)response).Write);

    /// <inheritdoc/>
    public override void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId) =>
        JsonErrors.Write(output, error);
}
