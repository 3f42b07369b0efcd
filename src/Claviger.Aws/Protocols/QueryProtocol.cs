using System.Buffers;

namespace Claviger.Aws;

/// <summary>AWS's query protocol: a form in, an XML document out.</summary>
public sealed class QueryProtocol : Protocol
{
    private const string FaultNamespace = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private QueryProtocol()
    {
    }

    /// <summary>The protocol; it has no state.</summary>
    public static QueryProtocol Instance { get; } = new();

    /// <inheritdoc/>
    public override string ContentType => "text/xml";

    /// <inheritdoc/>
    public override void WriteResponse(
        IBufferWriter<byte> output, OperationModel operation, IResponseShape response, string requestId)
    {
        var xml = new ResponseXml(output);
        xml.StartDocument(operation.Name, "Response"u8, operation.Service.XmlNamespace);
        if (operation.HasResult)
        {
            xml.Start(operation.Name, "Result"u8);
            ((IXmlResponseShape)response).Write(xml);
            xml.End(operation.Name, "Result"u8);
        }

        xml.Start("ResponseMetadata"u8);
        xml.Element("RequestId"u8, requestId);
        xml.End("ResponseMetadata"u8);
        xml.End(operation.Name, "Response"u8);
    }

    /// <inheritdoc/>
    public override void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId)
    {
        var xml = new ResponseXml(output);
        xml.StartDocument("Error", "Response"u8, service?.XmlNamespace ?? FaultNamespace);
        xml.Start("Error"u8);
        xml.Element("Type"u8, error.SenderFault ? "Sender" : "Receiver");
        xml.Element("Code"u8, error.Code);
        xml.Element("Message"u8, error.Message.Length > 0 ? error.Message : null);
        xml.End("Error"u8);
        xml.Element("RequestId"u8, requestId);
        xml.End("Error", "Response"u8);
    }
}
