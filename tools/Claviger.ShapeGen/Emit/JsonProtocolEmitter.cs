namespace Claviger.ShapeGen;

/// <summary>AWS's JSON protocol: members of an object in, members of an object out.</summary>
internal class JsonProtocolEmitter(ServiceDefinition service) : ProtocolEmitter
{
    public override string RequestSource => "RequestJson from = content.Json;";

    public override string StructureSource => "RequestJson";

    public override string OutputInterface => "IJsonShape";

    public override string ResponseInterface => "IJsonResponseShape";

    public override string Writer => "ResponseJson json";

    protected ServiceDefinition Service => service;

    public override string Read(MemberDefinition member) => ReadFrom("from", member);

    public override string Write(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string method = shape is { Type: "timestamp", TimestampFormat: "iso8601" } ? "IsoMember" : "Member";
        return $"json.{method}(\"{member.LocationName ?? member.Name}\"u8, {member.Property});";
    }

    /// <summary>An expression that reads a member of an object.</summary>
    protected string ReadFrom(string from, MemberDefinition member) =>
        $"{from}.Member(\"{member.LocationName ?? member.Name}\"u8)?.{ReadValue(service.Shape(member))}";

    private string ReadValue(ShapeDefinition shape) => shape.Type switch
    {
        "string" => "String()",
        "integer" => "Integer()",
        "boolean" => "Boolean()",
        "timestamp" => "Timestamp()",
        "structure" => $"Structure({shape.ClassName}.Read)",
        "list" => $"List(static value => value.{ReadValue(service.Shape(shape.Element!))})",
        "map" => $"Map(static value => value.{ReadValue(service.Shape(shape.Value!))})",
        _ => throw new NotSupportedException($"{service.Name} reads {shape.Name}, a {shape.Type}"),
    };
}
