using System.Buffers;

namespace Claviger.Aws;

/// <summary>REST with XML, as S3 speaks it: the parts of HTTP in, and out again with a document or a stream.</summary>
public sealed class RestXmlProtocol : Protocol
{
    private RestXmlProtocol()
    {
    }

    /// <summary>The protocol; it has no state.</summary>
    public static RestXmlProtocol Instance { get; } = new();

    /// <inheritdoc/>
    public override string ContentType => "application/xml";

    private static ReadOnlySpan<byte> Prolog => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8;

    /// <summary>Writes the body of an answer that is no stream; status and headers are the response's own.</summary>
    public override void WriteResponse(
        IBufferWriter<byte> output, OperationModel operation, IResponseShape response, string requestId)
    {
        RestPayload payload = ((IRestResponseShape)response).RestPayload;
        var xml = new ResponseXml(output) { HasMilliseconds = true };
        if (payload.Root is { } root)
        {
            output.Write(Prolog);
            xml.StartDocument(root, default, operation.Service.XmlNamespace);
            payload.Structure?.Write(xml);
            xml.Text(payload.Text);
            xml.End(root, default);
        }
        else if (payload.Text is { } text)
        {
            xml.Raw(text);
        }
    }

    /// <inheritdoc/>
    public override void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId) =>
        WriteError(output, error, null, requestId, null);

    /// <summary>Writes the document of an error.</summary>
    /// <param name="output">Where the document goes.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="resource">The path that was asked for; null for none.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="hostId">The id of the host that answers; null for none.</param>
    // AWS: S3's errors are in no namespace.
    public static void WriteError(IBufferWriter<byte> output, AwsError error, string? resource, string requestId, string? hostId)
    {
        output.Write(Prolog);
        var xml = new ResponseXml(output);
        xml.Start("Error"u8);
        xml.Element("Code"u8, error.Code);
        xml.Element("Message"u8, error.Message);
        foreach ((string name, string value) in error.Details)
        {
            xml.Start(name, default);
            xml.Text(value);
            xml.End(name, default);
        }

        xml.Element("Resource"u8, resource);
        xml.Element("RequestId"u8, requestId);
        xml.Element("HostId"u8, hostId);
        xml.End("Error"u8);
    }

    /// <summary>Writes what answers a form that has posted an object, if it asks for a document.</summary>
    public static void WritePosted(IBufferWriter<byte> output, string location, string bucket, string key, string? etag)
    {
        output.Write(Prolog);
        var xml = new ResponseXml(output);
        xml.Start("PostResponse"u8);
        xml.Element("Location"u8, location);
        xml.Element("Bucket"u8, bucket);
        xml.Element("Key"u8, key);
        xml.Element("ETag"u8, etag);
        xml.End("PostResponse"u8);
    }
}
