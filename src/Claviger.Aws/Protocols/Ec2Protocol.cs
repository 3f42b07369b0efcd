using System.Buffers;

namespace Claviger.Aws;

/// <summary>EC2's variety of the query protocol: a result has no element of its own, errors come in a list.</summary>
public sealed class Ec2Protocol : Protocol
{
    /// <summary>What EC2 calls the errors that the way of a request has for all services.</summary>
    private static readonly Dictionary<string, string> s_codes = new(StringComparer.Ordinal)
    {
        ["AccessDenied"] = "UnauthorizedOperation",
        ["InternalFailure"] = "InternalError",
        ["MalformedInput"] = "InvalidParameterValue",
        ["ServiceUnavailable"] = "Unavailable",
        ["Throttling"] = "RequestLimitExceeded",
    };

    private Ec2Protocol()
    {
    }

    /// <summary>The protocol; it has no state.</summary>
    public static Ec2Protocol Instance { get; } = new();

    /// <inheritdoc/>
    public override string ContentType => "text/xml;charset=UTF-8";

    /// <inheritdoc/>
    public override void WriteResponse(
        IBufferWriter<byte> output, OperationModel operation, IResponseShape response, string requestId)
    {
        var xml = new ResponseXml(output) { HasMilliseconds = true };
        xml.StartDocument(operation.Name, "Response"u8, $"{operation.Service.XmlNamespace}/");
        xml.Element("requestId"u8, requestId);
        ((IXmlResponseShape)response).Write(xml);
        if (!operation.HasResult)
        {
            // AWS: an operation without output says that it was done.
            xml.Element("return"u8, true);
        }

        xml.End(operation.Name, "Response"u8);
    }

    /// <inheritdoc/>
    public override void WriteError(IBufferWriter<byte> output, ServiceModel? service, AwsError error, string requestId)
    {
        var xml = new ResponseXml(output);
        xml.Start("Response"u8);
        xml.Start("Errors"u8);
        xml.Start("Error"u8);
        xml.Element("Code"u8, s_codes.GetValueOrDefault(error.Code, error.Code));
        xml.Element("Message"u8, error.Message);
        xml.End("Error"u8);
        xml.End("Errors"u8);
        xml.Element("RequestID"u8, requestId);
        xml.End("Response"u8);
    }
}
