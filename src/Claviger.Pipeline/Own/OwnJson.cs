using System.Text.Json.Serialization;

namespace Claviger.Pipeline;

/// <summary>The JSON of our own operations; a member that is not known, or missing, is an error.</summary>
[JsonSourceGenerationOptions(
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AccountSettings))]
[JsonSerializable(typeof(QuotaSetting))]
[JsonSerializable(typeof(OwnError))]
[JsonSerializable(typeof(Done))]
internal sealed partial class OwnJson : JsonSerializerContext;
