namespace Claviger.ShapeGen;

/// <summary>Turns the models of all services into the files of the generated folder.</summary>
internal static class ShapeGenerator
{
    /// <summary>The services, by the names of their models.</summary>
    private static readonly string[] s_services = ["iam", "sts", "s3", "ec2", "iam-toolbox", "cloudtrail", "accessanalyzer"];

    /// <summary>Relative path and content of every file.</summary>
    /// <exception cref="NotSupportedException">A model has something that no emitter knows.</exception>
    public static IReadOnlyDictionary<string, string> Generate(string models)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var services = new List<ServiceDefinition>();
        foreach (string name in s_services)
        {
            ServiceDefinition service = ServiceModelFile.Read(models, name);
            services.Add(service);
            foreach ((string file, string content) in Generate(service))
            {
                files.Add($"{service.Identifier}/{file}.cs", content);
            }
        }

        files.Add("AwsError.cs", ErrorsEmitter.Emit(services));
        return files;
    }

    private static IEnumerable<(string File, string Content)> Generate(ServiceDefinition service)
    {
        ProtocolEmitter protocol = service.Protocol switch
        {
            "query" => new QueryProtocolEmitter(service),
            "ec2" => new Ec2ProtocolEmitter(service),
            "json" => new JsonProtocolEmitter(service),
            "rest-json" => new RestJsonProtocolEmitter(service),
            "rest-xml" => new RestXmlProtocolEmitter(service),
            _ => throw new NotSupportedException($"{service.Name} speaks {service.Protocol}, for which there is no emitter"),
        };
        var constraints = new ConstraintsEmitter(service);
        var shapes = new ShapeEmitter(service, protocol, constraints);
        foreach (OperationDefinition operation in service.Operations)
        {
            yield return (operation.Name, shapes.Operation(operation));
        }

        foreach (ShapeDefinition structure in service.SharedStructures)
        {
            yield return (structure.ClassName, shapes.Structure(structure));
        }

        yield return ($"{service.Identifier}Constraints", constraints.Emit());
        yield return ($"{service.Identifier}Model", ServiceModelEmitter.Emit(service));
        if (service.Protocol is "rest-xml" or "rest-json")
        {
            yield return ($"{service.Identifier}Routes", service.Protocol == "rest-xml" ? RestRoutesEmitter.Emit(service) : JsonRoutesEmitter.Emit(service));
        }
    }
}
