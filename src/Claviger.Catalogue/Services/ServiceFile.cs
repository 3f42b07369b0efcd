using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>
/// The file of services. Block 0 is the index: the global condition keys, then prefix and name of each service, ordered by prefix;
/// each service's contents are the block after it in that order.
/// </summary>
internal sealed class ServiceFile
{
    public const string FileName = "services.blocks";
    public const int IndexBlock = 0;

    public ServiceFile(BlockFile blocks)
    {
        using var reader = new BinaryReader(new MemoryStream(blocks.Read(IndexBlock)));
        GlobalConditionKeys = ServiceContents.ReadAll(reader, ServiceContents.ReadConditionKey);
        var block = IndexBlock;
        Services = ServiceContents.ReadAll(reader, r =>
        {
            var own = ++block;
            return new Service(r.ReadString(), r.ReadString(), () => ReadContents(blocks, own));
        });
    }

    /// <summary>Ordered by name without regard to case.</summary>
    public ImmutableArray<ConditionKey> GlobalConditionKeys { get; }

    /// <summary>Ordered by prefix without regard to case.</summary>
    public ImmutableArray<Service> Services { get; }

    private static ServiceContents ReadContents(BlockFile blocks, int block)
    {
        using var reader = new BinaryReader(new MemoryStream(blocks.Read(block)));
        return ServiceContents.Read(reader);
    }
}
