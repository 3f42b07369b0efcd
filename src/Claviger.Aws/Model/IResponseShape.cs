using System.Text.Json;

namespace Claviger.Aws;

/// <summary>The output of an operation.</summary>
public interface IResponseShape
{
    /// <summary>Writes the members, without the elements that the protocol puts around them.</summary>
    void Write(ResponseXml xml);

    /// <summary>Writes the response as CloudTrail's <c>responseElements</c>; what is sensitive is replaced.</summary>
    void WriteAudit(Utf8JsonWriter writer);
}
