using System.Text.Json.Serialization;

namespace Claviger.Ec2;

/// <summary>How a session is asked for.</summary>
[JsonSerializable(typeof(SessionPlan))]
public sealed partial class SessionJson : JsonSerializerContext;
