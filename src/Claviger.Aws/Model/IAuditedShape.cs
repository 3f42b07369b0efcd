using System.Text.Json;

namespace Claviger.Aws;

/// <summary>A structure that an audit event can hold.</summary>
public interface IAuditedShape
{
    /// <summary>Writes the structure as CloudTrail does, names in lower camel case; what is secret is replaced.</summary>
    void WriteAudit(Utf8JsonWriter json);
}
