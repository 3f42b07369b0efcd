namespace Claviger.ShapeGen;

/// <summary>REST with JSON: members in path, query and an object in; an object out.</summary>
internal sealed class RestJsonProtocolEmitter(ServiceDefinition service) : JsonProtocolEmitter(service)
{
    public override string RequestSource => "RestJsonRequest from = content.RestJson;";

    public override string ReadMember(MemberDefinition member)
    {
        ShapeDefinition shape = Service.Shape(member);
        string name = member.LocationName ?? member.Name;
        return (member.Location, shape.Type) switch
        {
            (null, _) => ReadFrom("from.Body", member),
            ("uri", "string") => $"from.Path(\"{name}\")",
            ("querystring", "string") => $"from.Query(\"{name}\")",
            ("querystring", "integer") => $"from.QueryInteger(\"{name}\")",
            ("querystring", "boolean") => $"from.QueryBoolean(\"{name}\")",
            ("querystring", "list") => $"from.QueryList(\"{name}\")",
            _ => throw new NotSupportedException($"{member.Name}, a {shape.Type}, is in {member.Location}"),
        };
    }

    public override string Write(MemberDefinition member) =>
        member.Location is null ? base.Write(member) : throw new NotSupportedException($"{member.Name} of an answer is in {member.Location}");
}
