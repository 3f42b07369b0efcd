using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Claviger.Pipeline;

/// <summary>How denials are written to the store and read.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeniedCall))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(string))]
internal sealed partial class DenialJson : JsonSerializerContext;
