namespace Claviger.ShapeGen;

/// <summary>Writes the table that finds an operation of REST with JSON by method and path.</summary>
internal static class JsonRoutesEmitter
{
    public static string Emit(ServiceDefinition service)
    {
        var code = new CodeWriter("Claviger.Aws", $"Claviger.Aws.Shapes.{service.Identifier}");
        code.Line($"/// <summary>How {service.FullName} finds the operation that a request is for.</summary>");
        code.Open($"internal static class {service.Identifier}Routes");
        code.Line("/// <summary>Makes the table.</summary>");
        code.Line("public static JsonRouter Router() => new(");
        string[] routes = [.. service.Operations.Select(o => $"new({o.RequestClass}.Operation, \"{o.Method}\", {Names.Literal(o.RequestUri)})")];
        for (int i = 0; i < routes.Length; i++)
        {
            code.Line($"    {routes[i]}{(i < routes.Length - 1 ? "," : ");")}");
        }

        return code.Close().ToString();
    }
}
