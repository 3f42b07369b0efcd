using System.Buffers;

namespace Claviger.Aws;

/// <summary>How a service's answers are written.</summary>
public abstract class Protocol
{
    /// <summary>The content type of results and errors.</summary>
    public abstract string ContentType { get; }

    /// <summary>An error as the protocol's services answer it: under their own code, with their status and headers.</summary>
    public virtual AwsError Translate(AwsError error) => error;

    /// <summary>Writes the document of a successful answer.</summary>
    public abstract void WriteResponse(
        IBufferWriter<byte> output, OperationModel operation, IResponseShape response, string requestId);

    /// <summary>Writes the document of an error.</summary>
    /// <param name="output">Where the document goes.</param>
    /// <param name="service">
    /// The service that answers; null where the request names none of its operations (InvalidAction), which AWS answers
    /// in another namespace.
    /// </param>
    /// <param name="error">What is wrong.</param>
    /// <param name="requestId">The request's id.</param>
    public abstract void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId);
}
