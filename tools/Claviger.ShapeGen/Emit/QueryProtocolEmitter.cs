namespace Claviger.ShapeGen;

/// <summary>The query protocol: <c>Tags.member.1.Key</c> in, elements named as the members out.</summary>
internal sealed class QueryProtocolEmitter(ServiceDefinition service) : ProtocolEmitter
{
    public override string RequestSource => "QueryScope from = content.Parameters.Root;";

    public override string StructureSource => "QueryScope";

    public override string Read(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = member.LocationName ?? member.Name;
        return shape.Type switch
        {
            "list" => ReadList(name, shape),
            "map" => ReadMap(name, shape),
            "structure" => $"from.Structure(\"{name}.\"u8, {shape.ClassName}.Read)",
            _ => $"from.{Reader(shape)}(\"{name}\"u8)",
        };
    }

    public override string Write(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = $"\"{member.LocationName ?? member.Name}\"u8";
        return shape.Type switch
        {
            "list" when !shape.IsFlattened => $"xml.List({name}, \"{shape.Element!.LocationName ?? "member"}\"u8, {member.Property});",
            "map" when !shape.IsFlattened => $"xml.Map({name}, {member.Property});",
            "structure" => $"xml.Structure({name}, {member.Property});",
            "list" or "map" => throw new NotSupportedException($"{service.Name} writes {shape.Name} flattened"),
            // AWS: a list always says whether it goes on.
            "boolean" when member.Property == "IsTruncated" => $"xml.Element({name}, {member.Property} ?? false);",
            _ => $"xml.Element({name}, {member.Property});",
        };
    }

    private static string Reader(ShapeDefinition shape) => shape.Type switch
    {
        "string" => "String",
        "integer" => "Integer",
        "boolean" => "Boolean",
        "timestamp" => "Timestamp",
        "blob" => "Blob",
        _ => throw new NotSupportedException($"{shape.Name} is a {shape.Type}"),
    };

    private string ReadList(string name, ShapeDefinition list)
    {
        ShapeDefinition element = service.Shape(list.Element!);
        string? item = list.Element!.LocationName;
        string prefix = list.IsFlattened ? $"\"{item ?? name}.\"u8" : $"\"{name}.{item ?? "member"}.\"u8";
        return element.Type switch
        {
            "string" => $"from.Strings({prefix})",
            "structure" => $"from.Structures({prefix}, {element.ClassName}.Read)",
            _ => throw new NotSupportedException($"{list.Name} is a list of {element.Type}"),
        };
    }

    private string ReadMap(string name, ShapeDefinition map)
    {
        ShapeDefinition value = service.Shape(map.Value!);
        string prefix = map.IsFlattened ? $"\"{name}.\"u8" : $"\"{name}.entry.\"u8";
        return value.Type switch
        {
            "string" => $"from.Map({prefix}, static entry => entry.String(\"value\"u8))",
            "structure" => $"from.Map({prefix}, static entry => entry.Structure(\"value.\"u8, {value.ClassName}.Read))",
            _ => throw new NotSupportedException($"{map.Name} is a map of {value.Type}"),
        };
    }
}
