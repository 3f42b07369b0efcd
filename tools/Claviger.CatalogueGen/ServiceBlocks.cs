using System.Collections.Immutable;
using Claviger.Catalogue;

namespace Claviger.CatalogueGen;

/// <summary>Lays the services out in blocks, as <see cref="ServiceFile"/> reads them.</summary>
internal static class ServiceBlocks
{
    public static List<byte[]> Build(ServicePackage package, List<SourcePolicy> policies)
    {
        var services = package.ReadServices();
        var contents = services.ConvertAll(s => package.ReadContents(s.Prefix));
        var globalKeys = package.ReadGlobalConditionKeys();
        var undocumented = new UndocumentedNames(services.Zip(contents).ToDictionary(x => x.First.Prefix, x => x.Second, StringComparer.OrdinalIgnoreCase), globalKeys);
        var index = ToBytes(writer =>
        {
            ServiceContents.WriteAll(writer, globalKeys, ServiceContents.WriteConditionKey);
            ServiceContents.WriteAll(writer, [.. services], (w, service) =>
            {
                w.Write(service.Prefix);
                w.Write(service.Name);
            });
            ServiceContents.WriteAll(writer, FindArnServices(services, contents), (w, arnService) =>
            {
                w.Write(arnService.Key);
                ServiceContents.WriteAll(w, [.. arnService.Distinct()], (x, i) => x.Write7BitEncodedInt(i));
            });
            ServiceContents.WriteAll(writer, undocumented.FindIn(policies), (w, name) => w.Write(name));
        });
        return [index, .. contents.Select(c => ToBytes(c.Write))];
    }

    /// <summary>The service segment of the ARNs of a kind of resource: the prefix of its own service where the form has a placeholder.</summary>
    public static string ServiceOf(ResourceType type, string prefix) =>
        ArnSegments.Parse(type.ArnPattern)!.Service is var segment && segment.Contains('$', StringComparison.Ordinal) ? prefix : segment;

    // Service segments of ARNs with the indices of the services that define them.
    private static ImmutableArray<IGrouping<string, int>> FindArnServices(List<(string Prefix, string Name)> services, List<ServiceContents> contents) =>
        [.. contents
            .SelectMany((c, i) => c.ResourceTypes.Select(t => (Segment: ServiceOf(t, services[i].Prefix), Index: i)))
            .GroupBy(x => x.Segment, x => x.Index)
            .OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase)];

    private static byte[] ToBytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        return stream.ToArray();
    }
}
