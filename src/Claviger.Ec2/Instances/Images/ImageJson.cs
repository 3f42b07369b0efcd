using System.Text.Json.Serialization;

namespace Claviger.Ec2;

/// <summary>What is kept beside an image's root.</summary>
[JsonSerializable(typeof(InstanceImage))]
internal sealed partial class ImageJson : JsonSerializerContext;
