namespace Claviger.ShapeGen;

/// <summary>REST with XML: members in path, query, headers and a document, or a body that is a stream.</summary>
internal sealed class RestXmlProtocolEmitter(ServiceDefinition service) : ProtocolEmitter
{
    public override string RequestSource => "RestRequest from = content.Rest;";

    public override string StructureSource => "RequestXml";

    public override string ResponseInterface => "IRestResponseShape";

    public override string Flags(IReadOnlyList<MemberDefinition> input)
    {
        MemberDefinition[] body = [.. input.Where(m => m.Location is null)];
        string kind = body.Length == 0 ? "Nothing" : service.Shape(body[0]).Type == "blob" ? "Content" : "Document";
        return $", takes: OperationBody.{kind}";
    }

    public override string Read(MemberDefinition member) => ReadElement(member, "from.");

    public override string ReadMember(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = member.LocationName ?? member.Name;
        return member.Location switch
        {
            "uri" => $"from.{member.Name}",
            "querystring" => $"from.Query{Kind(shape, "iso8601")}(\"{name}\")",
            "header" => $"from.Header{Kind(shape, "rfc822")}(\"{name}\")",
            "headers" => $"from.HeadersUnder(\"{name}\")",
            null when shape.Type == "blob" => "from.Content",
            null when member.IsPayload && shape.Type == "string" => "from.Text",
            null when member.IsPayload => $"from.Document(\"{name}\", {shape.ClassName}.Read)",
            null => ReadElement(member, "from.Root?."),
            _ => throw new NotSupportedException($"{member.Name} is in {member.Location}"),
        };
    }

    public override string Write(MemberDefinition member)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = $"\"{member.LocationName ?? member.Name}\"u8";
        return shape.Type switch
        {
            "list" when IsFlattened(member, shape) => $"xml.Flattened({name}, {member.Property});",
            "list" => $"xml.List({name}, \"{shape.Element!.LocationName ?? "member"}\"u8, {member.Property});",
            "structure" when TypeAttribute(shape) is { } type => $"xml.Structure({name}, {member.Property}?.{type.Property}, {member.Property});",
            "structure" => $"xml.Structure({name}, {member.Property});",
            "map" or "blob" => throw new NotSupportedException($"{shape.Name} is a {shape.Type} in a document"),
            _ => $"xml.Element({name}, {member.Property});",
        };
    }

    public override bool IsInDocument(MemberDefinition member) =>
        member is { Location: null, IsPayload: false, IsAttribute: false } && service.Shape(member).Type != "blob";

    public override bool IsAudited(MemberDefinition member) => service.Shape(member).Type != "blob";

    public override string BlobType(bool isResponse) => isResponse ? "Stream" : "ContentStream";

    public override void WriteParts(CodeWriter code, OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public int StatusCode {{ get; init; }} = {operation.Status};").Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public RestPayload RestPayload => {Payload(operation, members)};").Line();
        code.Line("/// <inheritdoc/>");
        code.Open("public void WriteHeaders(RestHeaders headers)");
        foreach (MemberDefinition member in members.Where(m => m.Location is not null))
        {
            code.Line($"headers.{Adder(member)}(\"{member.LocationName ?? member.Name}\", {member.Property});");
        }

        code.Close().Line();
    }

    public override void WriteCall(CodeWriter code, OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
        code.Line("/// <inheritdoc/>");
        code.Open("public void WriteTo(RestCall call)").Line($"call.Method = \"{operation.Method}\";");
        foreach (string[] literal in operation.RequestUri.Split('?').Skip(1).SelectMany(query => query.Split('&')).Select(pair => pair.Split('=')))
        {
            code.Line($"call.AddQuery(\"{literal[0]}\", \"{literal.ElementAtOrDefault(1)}\");");
        }

        foreach (MemberDefinition member in members)
        {
            string name = member.LocationName ?? member.Name;
            code.Line(member.Location switch
            {
                "uri" => $"call.{member.Name} = {member.Property};",
                "querystring" => $"call.AddQuery(\"{name}\", {member.Property});",
                null when service.Shape(member).Type == "blob" => $"call.Content = {member.Property};",
                null => $"call.SetDocument(\"{name}\", {member.Property}, \"{service.XmlNamespace}\");",
                _ => $"call.Headers.{Adder(member)}(\"{name}\", {member.Property});",
            });
        }

        code.Close().Line();
    }

    public override void ReadAnswer(CodeWriter code, OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public static {operation.ResponseClass} Read(RestAnswer from) => new()").Open("").Line("StatusCode = from.Status,");
        foreach (MemberDefinition member in members)
        {
            ShapeDefinition shape = service.Shape(member);
            string value = member.Location is null && shape.Type == "blob" ? "from.Stream" : ReadMember(member);
            string instead = !member.IsRequired ? "" : shape.Type == "list" ? " ?? []" : shape.Type is "string" or "structure" ? "!" : "";
            code.Line($"{member.Property} = {value}{instead},");
        }

        code.Close(";").Line();
    }

    private string Adder(MemberDefinition member) =>
        member.Location == "headers" ? "AddUnder" : service.Shape(member).TimestampFormat == "iso8601" ? "AddIso" : "Add";

    private string Payload(OperationDefinition operation, IReadOnlyList<MemberDefinition> members)
    {
        MemberDefinition? payload = members.FirstOrDefault(m => m.IsPayload);
        if (payload is not null)
        {
            return service.Shape(payload).Type switch
            {
                "blob" => $"RestPayload.Of({payload.Property})",
                "string" => $"RestPayload.OfJson({payload.Property})",
                _ => $"RestPayload.Of(\"{payload.LocationName ?? payload.ShapeName}\", {payload.Property})",
            };
        }

        MemberDefinition[] document = [.. members.Where(IsInDocument)];
        return document switch
        {
            [] => "RestPayload.None",
            [var text] when S3Facts.HasTextOnly(operation.Name) => $"RestPayload.OfText(\"{text.Name}\", {text.Property})",
            _ => $"RestPayload.Of(\"{S3Facts.Root(operation.Name)}\", this)",
        };
    }

    private string ReadElement(MemberDefinition member, string from)
    {
        ShapeDefinition shape = service.Shape(member);
        string name = member.LocationName ?? member.Name;
        return shape.Type switch
        {
            _ when member.IsAttribute => $"{from}Attribute(\"{name}\")",
            "list" => ReadList(from, IsFlattened(member, shape) ? $"\"{name}\"" : $"\"{name}\", \"{shape.Element!.LocationName ?? "member"}\"", shape),
            "structure" => $"{from}Structure(\"{name}\", {shape.ClassName}.Read)",
            _ => $"{from}{Kind(shape, "iso8601", "String")}(\"{name}\")",
        };
    }

    private string ReadList(string from, string names, ShapeDefinition list)
    {
        ShapeDefinition element = service.Shape(list.Element!);
        return element.Type switch
        {
            "string" => $"{from}Strings({names})",
            "structure" => $"{from}Structures({names}, {element.ClassName}.Read)",
            _ => throw new NotSupportedException($"{list.Name} is a list of {element.Type}"),
        };
    }

    private static bool IsFlattened(MemberDefinition member, ShapeDefinition list) => member.IsFlattened || list.IsFlattened;

    private static MemberDefinition? TypeAttribute(ShapeDefinition shape) => shape.Members.FirstOrDefault(m => m.IsAttribute);

    private static string Kind(ShapeDefinition shape, string timestampFormat, string ofString = "") => shape.Type switch
    {
        "string" => ofString,
        "integer" => "Integer",
        "long" => "Long",
        "boolean" => "Boolean",
        "list" => "List",
        "timestamp" => (shape.TimestampFormat ?? timestampFormat) == "rfc822" ? "Date" : "Timestamp",
        _ => throw new NotSupportedException($"{shape.Name} is a {shape.Type}"),
    };
}
