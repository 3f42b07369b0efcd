namespace Claviger.ShapeGen;

/// <summary>Writes the classes of requests, responses and the structures that they share.</summary>
internal sealed class ShapeEmitter(ServiceDefinition service, ProtocolEmitter protocol, ConstraintsEmitter constraints)
{
    private string Namespace => $"Claviger.Aws.Shapes.{service.Identifier}";

    /// <summary>A file with an operation's request and response.</summary>
    public string Operation(OperationDefinition operation)
    {
        var code = new CodeWriter(Namespace, [.. protocol.Usings, "System.Text.Json"]);
        Request(code, operation);
        code.Line();
        Response(code, operation);
        return code.ToString();
    }

    /// <summary>A file with a shared structure.</summary>
    public string Structure(ShapeDefinition shape)
    {
        var code = new CodeWriter(Namespace, "System.Text.Json");
        bool isInput = service.IsInput(shape);
        bool isOutput = service.IsOutput(shape);
        string[] interfaces =
        [
            .. isInput ? ["IInputShape"] : Array.Empty<string>(),
            .. service.IsWritten(shape) ? [protocol.OutputInterface] : Array.Empty<string>(),
            "IAuditedShape",
        ];
        code.Line($"/// <summary>AWS's {Names.Upper(shape.Name)}, as {(isInput, isOutput) switch
        {
            (true, true) => "requests and responses hold",
            (true, false) => "requests hold",
            _ => "responses hold",
        }} it.</summary>");
        code.Open($"public sealed class {shape.ClassName} : {string.Join(", ", interfaces)}");
        Properties(code, shape.Members);
        if (service.IsRead(shape))
        {
            code.Line($"internal static {shape.ClassName} Read({protocol.StructureSource} from) => new()");
            Initializer(code, shape.Members, protocol.Read);
            code.Line();
        }

        if (isInput)
        {
            Validate(code, shape.Members);
            code.Line();
        }

        if (service.IsWritten(shape))
        {
            Write(code, shape.Members);
            code.Line();
        }

        Audit(code, shape.Members);
        code.Close();
        return code.ToString();
    }

    private void Request(CodeWriter code, OperationDefinition operation)
    {
        IReadOnlyList<MemberDefinition> members = operation.Input is null ? [] : service.Shapes[operation.Input].Members;
        string self = operation.RequestClass;
        string model = $"OperationModel<{self}, {operation.ResponseClass}>";
        string flags = (operation.IsUnsigned ? ", isUnsigned: true" : "") + (operation.Output is null ? ", hasResult: false" : "")
            + protocol.Flags(members);
        code.Line($"/// <summary>The input of {operation.Name}.</summary>");
        code.Line("/// <remarks>");
        code.Line($"/// {ServiceFacts.Documentation(service, operation)}");
        code.Line($"/// {Errors(operation)}");
        code.Line("/// </remarks>");
        bool isRelayed = ServiceFacts.IsRelayed(service.Name, operation);
        code.Open($"public sealed class {self} : IRequestShape<{self}>{(isRelayed ? ", IRestCallShape" : "")}");
        code.Line("/// <summary>The operation.</summary>");
        string arguments = $"{service.Identifier}Model.Service, \"{operation.Name}\"{flags}";
        code.Line($"public static {model} Operation {{ get; }} = new({arguments});").Line();
        code.Line($"static OperationModel IRequestShape<{self}>.Operation => Operation;").Line();
        Properties(code, members);
        code.Line("/// <inheritdoc/>");
        if (members.Count == 0)
        {
            code.Line($"public static {self} Read(RequestContent content) => new();");
        }
        else
        {
            code.Open($"public static {self} Read(RequestContent content)").Line(protocol.RequestSource).Line("return new()");
            Initializer(code, members, protocol.ReadMember);
            code.Close();
        }

        code.Line();
        Validate(code, members);
        code.Line();
        if (isRelayed)
        {
            protocol.WriteCall(code, operation, members);
        }

        Audit(code, members, nullIfEmpty: true);
        code.Close();
    }

    private void Response(CodeWriter code, OperationDefinition operation)
    {
        IReadOnlyList<MemberDefinition> members = operation.Output is null ? [] : service.Shapes[operation.Output].Members;
        code.Line($"/// <summary>The output of {operation.Name}{(members.Count == 0 ? ", which has no members" : "")}.</summary>");
        bool isRelayed = ServiceFacts.IsRelayed(service.Name, operation);
        string answer = isRelayed ? $"IRestAnswerShape<{operation.ResponseClass}>" : protocol.ResponseInterface;
        code.Open($"public sealed class {operation.ResponseClass} : {answer}");
        if (members.Count == 0)
        {
            code.Line("/// <summary>The only one there need be.</summary>");
            code.Line($"public static {operation.ResponseClass} Empty {{ get; }} = new();").Line();
        }

        Properties(code, members, isResponse: true);
        protocol.WriteParts(code, operation, members);
        if (isRelayed)
        {
            protocol.ReadAnswer(code, operation, members);
        }

        Write(code, members);
        code.Line();
        Audit(code, members, nullIfEmpty: true);
        code.Close();
    }

    private string Errors(OperationDefinition operation)
    {
        IEnumerable<string> errors = operation.Errors
            .Select(name => service.Shapes[name])
            .Select(e => $"{ErrorsEmitter.Code(e)} ({e.HttpStatus ?? 400})")
            .Order(StringComparer.Ordinal);
        return operation.Errors.Count == 0 ? "Declares no errors." : $"Errors: {string.Join(", ", errors)}.";
    }

    private void Properties(CodeWriter code, IReadOnlyList<MemberDefinition> members, bool isResponse = false)
    {
        foreach (MemberDefinition member in members)
        {
            ShapeDefinition shape = service.Shape(member);
            string type = shape.Type == "blob" ? protocol.BlobType(isResponse) : TypeOf(shape);
            bool isReference = IsReference(shape);
            bool isNeverNull = member.IsRequired && isReference;
            string initial = !isNeverNull ? "" : isResponse && shape.Type == "list" ? " = [];" : " = null!;";
            code.Line($"/// <summary>{Summary(member, shape)}</summary>");
            code.Line($"public {type}{(isNeverNull ? "" : "?")} {member.Property} {{ get; init; }}{initial}").Line();
        }
    }

    private string Summary(MemberDefinition member, ShapeDefinition shape)
    {
        var facts = new List<string> { member.IsRequired ? "Required" : "Optional" };
        if (shape.Type == "string" && (shape.Min ?? 0) + (shape.Max ?? 0) > 0)
        {
            facts.Add(shape.Max is null ? $"at least {shape.Min} characters" : $"{shape.Min ?? 0} to {shape.Max} characters");
        }

        if (shape.Type == "list" && (shape.Min ?? 0) + (shape.Max ?? 0) > 0)
        {
            facts.Add($"{shape.Min ?? 0} to {shape.Max} elements");
        }

        if (shape.Type == "integer" && (shape.Min is not null || shape.Max is not null))
        {
            facts.Add(shape.Max is null ? $"at least {shape.Min}" : $"{shape.Min} to {shape.Max}");
        }

        if (shape.Pattern is { } pattern)
        {
            facts.Add($"of <c>{Names.Xml(pattern)}</c>");
        }

        if (shape.Enum.Count > 0)
        {
            facts.Add($"one of {string.Join(", ", shape.Enum.Take(20))}{(shape.Enum.Count > 20 ? ", …" : "")}");
        }

        if (ServiceFacts.IsSecret(service, shape))
        {
            facts.Add("secret");
        }

        return $"{string.Join(", ", facts)}.";
    }

    private string TypeOf(ShapeDefinition shape) => shape.Type switch
    {
        "string" => "string",
        "integer" => "int",
        "long" => "long",
        "double" => "double",
        "boolean" => "bool",
        "timestamp" => "DateTimeOffset",
        "blob" => "ReadOnlyMemory<byte>",
        "document" => "JsonElement",
        "structure" => shape.ClassName,
        "list" => $"IReadOnlyList<{TypeOf(service.Shape(shape.Element!))}>",
        "map" => $"IReadOnlyDictionary<string, {TypeOf(service.Shape(shape.Value!))}>",
        _ => throw new NotSupportedException($"{shape.Name} is a {shape.Type}"),
    };

    private static bool IsReference(ShapeDefinition shape) => shape.Type is "string" or "structure" or "list" or "map";

    private void Initializer(CodeWriter code, IReadOnlyList<MemberDefinition> members, Func<MemberDefinition, string> read)
    {
        code.Open("");
        foreach (MemberDefinition member in members)
        {
            bool isReference = IsReference(service.Shape(member));
            code.Line($"{member.Property} = {read(member)}{(member.IsRequired && isReference ? "!" : "")},");
        }

        code.Close(";");
    }

    private void Validate(CodeWriter code, IReadOnlyList<MemberDefinition> members)
    {
        string[] checks = [.. members.SelectMany(constraints.Checks)];
        code.Line("/// <inheritdoc/>");
        code.Open("public void Validate(ValidationErrors errors)");
        foreach (string check in checks)
        {
            code.Line(check);
        }

        code.Close();
    }

    private void Write(CodeWriter code, IReadOnlyList<MemberDefinition> members)
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"public void Write({protocol.Writer})");
        foreach (MemberDefinition member in members.Where(protocol.IsInDocument))
        {
            code.Line(protocol.Write(member));
        }

        code.Close();
    }

    private void Audit(CodeWriter code, IReadOnlyList<MemberDefinition> members, bool nullIfEmpty = false)
    {
        code.Line("/// <inheritdoc/>");
        if (members.Count == 0 && nullIfEmpty)
        {
            code.Line("public void WriteAudit(Utf8JsonWriter json) => json.WriteNullValue();");
            return;
        }

        code.Open("public void WriteAudit(Utf8JsonWriter json)").Line("json.WriteStartObject();");
        foreach (MemberDefinition member in members.Where(protocol.IsAudited))
        {
            string method = ServiceFacts.IsSecret(service, service.Shape(member)) ? "Secret" : "Member";
            code.Line($"AuditJson.{method}(json, \"{service.NameOf(member)}\"u8, {member.Property});");
        }

        code.Line("json.WriteEndObject();").Close();
    }
}
