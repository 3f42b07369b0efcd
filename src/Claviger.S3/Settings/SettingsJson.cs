using System.Text.Json.Serialization;

namespace Claviger.S3;

/// <summary>How a bucket's rules are written into its record.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LifecycleRule[]))]
internal sealed partial class SettingsJson : JsonSerializerContext;
