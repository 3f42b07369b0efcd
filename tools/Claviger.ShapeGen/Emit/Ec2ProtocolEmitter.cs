namespace Claviger.ShapeGen;

/// <summary>EC2's own query protocol: <c>Filter.1.Value.1</c> in, lists of <c>item</c> elements out.</summary>
internal sealed class Ec2ProtocolEmitter(ServiceDefinition service) : ProtocolEmitter
{
    public override string RequestSource => "QueryScope from = content.Parameters.Root;";

    public override string StructureSource => "QueryScope";

    /// <summary>The name of a member in a request: its query name, or its name on the wire with a capital.</summary>
    public static string NameOf(MemberDefinition member) => member.QueryName ?? Names.Upper(member.LocationName ?? member.Name);

    public override string Read(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = NameOf(member);
        return shape.Type switch
        {
            // AWS: every list of a request is flattened, whatever the model calls its elements.
            "list" => ReadList(name, shape),
            "structure" => $"from.Structure(\"{name}.\"u8, {shape.ClassName}.Read)",
            "string" => $"from.String(\"{name}\"u8)",
            "integer" => $"from.Integer(\"{name}\"u8)",
            "boolean" => $"from.Boolean(\"{name}\"u8)",
            "timestamp" => $"from.Timestamp(\"{name}\"u8)",
            "blob" => $"from.Blob(\"{name}\"u8)",
            _ => throw new NotSupportedException($"{service.Name} reads {shape.Name}, a {shape.Type}"),
        };
    }

    public override string Write(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = $"\"{member.LocationName ?? member.Name}\"u8";
        return shape.Type switch
        {
            "list" when service.Shape(shape.Element!).Type == "integer" => $"xml.Numbers({name}, \"{shape.Element!.LocationName ?? "item"}\"u8, {member.Property});",
            "list" => $"xml.List({name}, \"{shape.Element!.LocationName ?? "item"}\"u8, {member.Property});",
            "structure" => $"xml.Structure({name}, {member.Property});",
            "map" => throw new NotSupportedException($"{service.Name} writes {shape.Name}, a map"),
            _ => $"xml.Element({name}, {member.Property});",
        };
    }

    private string ReadList(string name, ShapeDefinition list)
    {
        ShapeDefinition element = service.Shape(list.Element!);
        return element.Type switch
        {
            "string" => $"from.Strings(\"{name}.\"u8)",
            "structure" => $"from.Structures(\"{name}.\"u8, {element.ClassName}.Read)",
            _ => throw new NotSupportedException($"{list.Name} is a list of {element.Type}"),
        };
    }
}
