namespace Claviger.ShapeGen;

/// <summary>Writes a service's table of operations.</summary>
internal static class ServiceModelEmitter
{
    public static string Emit(ServiceDefinition service)
    {
        var code = new CodeWriter("Claviger.Aws", $"Claviger.Aws.Shapes.{service.Identifier}");
        code.Line($"/// <summary>{service.FullName}.</summary>");
        code.Open($"public static class {service.Identifier}Model");
        code.Line("/// <summary>The service.</summary>");
        code.Line("public static ServiceModel Service { get; } = new(");
        code.Line($"    {Names.Literal(ServiceFacts.Prefix(service.Name))},");
        code.Line($"    {Names.Literal(service.SigningName)},");
        code.Line($"    {Names.Literal(service.ApiVersion)},");
        code.Line($"    {Names.Literal(service.XmlNamespace)},");
        code.Line($"    {ProtocolOf(service)}Protocol.Instance,");
        code.Line($"    ValidationWording.{ServiceFacts.Wording(service)},");
        code.Line("    Find,");
        code.Line($"    All){More(service)};").Line();
        code.Line("private static OperationModel? Find(ReadOnlySpan<char> name) => name switch");
        code.Open("");
        foreach (OperationDefinition operation in service.Operations)
        {
            code.Line($"\"{operation.Name}\" => {operation.RequestClass}.Operation,");
        }

        code.Line("_ => null,").Close(";").Line();
        code.Line("private static IReadOnlyList<OperationModel> All() =>");
        code.Line("[");
        foreach (OperationDefinition operation in service.Operations)
        {
            code.Line($"    {operation.RequestClass}.Operation,");
        }

        return code.Line("];").Close().ToString();
    }

    private static string More(ServiceDefinition service) => service switch
    {
        { TargetPrefix: { } prefix } => $" {{ TargetPrefix = {Names.Literal(prefix)} }}",
        { Protocol: "rest-json" } => $" {{ RouterFactory = {service.Identifier}Routes.Router }}",
        _ => "",
    };

    private static string ProtocolOf(ServiceDefinition service) => string.Concat(service.Protocol.Split('-').Select(Names.Upper));
}
