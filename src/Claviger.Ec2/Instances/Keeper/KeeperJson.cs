using System.Text.Json.Serialization;

namespace Claviger.Ec2;

/// <summary>The messages between the server and a keeper: both are this program, and of one version as a rule.</summary>
[JsonSerializable(typeof(KeeperOrder))]
[JsonSerializable(typeof(KeeperReply))]
internal sealed partial class KeeperJson : JsonSerializerContext;
