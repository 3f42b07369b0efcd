using System.Text.Json;

namespace Claviger.Aws;

/// <summary>The input of an operation.</summary>
public interface IRequestShape
{
    /// <summary>Adds every constraint that the request breaks.</summary>
    void Validate(ValidationErrors errors);

    /// <summary>Writes the request as CloudTrail's <c>requestParameters</c>; what is sensitive is replaced.</summary>
    void WriteAudit(Utf8JsonWriter writer);
}
