using Claviger.Catalogue;

namespace Claviger.CatalogueGen;

/// <summary>Lays the services out in blocks, as <see cref="ServiceFile"/> reads them.</summary>
internal static class ServiceBlocks
{
    public static List<byte[]> Build(ServicePackage package)
    {
        var services = package.ReadServices();
        var index = ToBytes(writer =>
        {
            ServiceContents.WriteAll(writer, package.ReadGlobalConditionKeys(), ServiceContents.WriteConditionKey);
            ServiceContents.WriteAll(writer, [.. services], (w, service) =>
            {
                w.Write(service.Prefix);
                w.Write(service.Name);
            });
        });
        return [index, .. services.Select(s => ToBytes(package.ReadContents(s.Prefix).Write))];
    }

    private static byte[] ToBytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        return stream.ToArray();
    }
}
