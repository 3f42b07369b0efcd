namespace Claviger.ShapeGen;

/// <summary>Writes the table that finds a REST operation by method, path, query and headers.</summary>
internal static class RestRoutesEmitter
{
    /// <summary>The one header that makes another operation of a request.</summary>
    private const string CopySource = "x-amz-copy-source";

    public static string Emit(ServiceDefinition service)
    {
        var code = new CodeWriter("Claviger.Aws", $"Claviger.Aws.Shapes.{service.Identifier}");
        code.Line($"/// <summary>How {service.FullName} finds the operation that a request is for.</summary>");
        code.Open($"public static class {service.Identifier}Routes");
        code.Line("/// <summary>The table.</summary>");
        code.Line("public static RestRouter Router { get; } = new(");
        code.Line("[");
        foreach (OperationDefinition operation in service.Operations)
        {
            string[] uri = operation.RequestUri.Split('?');
            string level = uri[0].Contains("{Key", StringComparison.Ordinal) ? "Object" : uri[0].Contains("{Bucket", StringComparison.Ordinal) ? "Bucket" : "Service";
            string[] fixedQuery = uri.Length > 1 ? uri[1].Split('&') : [];
            IReadOnlyList<MemberDefinition> members = operation.Input is null ? [] : service.Shapes[operation.Input].Members;
            string[] needed = [.. members.Where(m => m is { IsRequired: true, Location: "querystring" }).Select(m => m.LocationName!)];
            bool copies = members.Any(m => m is { IsRequired: true, Location: "header", LocationName: CopySource });
            string query = $"[{string.Join(", ", fixedQuery.Select(Names.Literal))}], [{string.Join(", ", needed.Select(Names.Literal))}]";
            code.Line($"    new({operation.RequestClass}.Operation, \"{operation.Method}\", RestLevel.{level}, {query}{(copies ? $", \"{CopySource}\"" : "")}),");
        }

        return code.Line("]);").Close().ToString();
    }
}
