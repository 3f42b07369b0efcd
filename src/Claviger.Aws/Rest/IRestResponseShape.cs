namespace Claviger.Aws;

/// <summary>The output of an operation of REST: beside a document it has a status, headers, or a stream of bytes.</summary>
public interface IRestResponseShape : IXmlResponseShape
{
    /// <summary>The HTTP status of success.</summary>
    int StatusCode { get; }

    /// <summary>What the body is.</summary>
    RestPayload RestPayload { get; }

    /// <summary>Adds the members that are headers; one that is null is left out.</summary>
    void WriteHeaders(RestHeaders headers);
}
