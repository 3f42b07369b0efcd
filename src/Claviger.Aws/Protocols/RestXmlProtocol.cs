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
    // AWS: S3's errors are in no namespace.
    public override void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId)
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

        xml.Element("RequestId"u8, requestId);
        xml.End("Error"u8);
    }
}
