using System.Buffers;

namespace Claviger.Aws;

/// <summary>REST with JSON: the operation in method and path, its members in path, query and body, and JSON out.</summary>
public sealed class RestJsonProtocol : Protocol
{
    private const int Forbidden = 403;

    private RestJsonProtocol()
    {
    }

    /// <summary>The protocol; it has no state.</summary>
    public static RestJsonProtocol Instance { get; } = new();

    /// <inheritdoc/>
    public override string ContentType => "application/json";

    /// <inheritdoc/>
    public override AwsError Translate(AwsError error) => JsonErrors.Translate(error, Forbidden);

    /// <inheritdoc/>
    public override void WriteResponse(
        IBufferWriter<byte> output, OperationModel operation, IResponseShape response, string requestId) =>
        ResponseJson.WriteDocument(output, ((IJsonResponseShape)response).Write);

    /// <inheritdoc/>
    public override void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId) =>
        JsonErrors.Write(output, error);
}
