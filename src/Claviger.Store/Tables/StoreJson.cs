using System.Text.Json.Serialization;

namespace Claviger.Store;

/// <summary>How columns that hold JSON are written and read.</summary>
[JsonSerializable(typeof(PasswordPolicyRecord))]
[JsonSerializable(typeof(InstanceDetails))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class StoreJson : JsonSerializerContext;
