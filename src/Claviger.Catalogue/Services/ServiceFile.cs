using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>
/// The file of services. Block 0 is the index: the global condition keys; prefix and name of each service, ordered by prefix; for each service
/// segment that occurs in ARNs, which services define resources with it; the names that only AWS's managed policies know. Each service's contents are the block after it in that order.
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
        ArnServices = ServiceContents.ReadAll(reader, r =>
            new ArnService(r.ReadString(), ServiceContents.ReadAll(r, x => Services[x.Read7BitEncodedInt()])));
        UndocumentedNames = ServiceContents.ReadAll(reader, r => r.ReadString());
    }

    /// <summary>Ordered by name without regard to case.</summary>
    public ImmutableArray<ConditionKey> GlobalConditionKeys { get; }

    /// <summary>Ordered by prefix without regard to case.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>Ordered by name without regard to case.</summary>
    public ImmutableArray<ArnService> ArnServices { get; }

    /// <summary>Entries of Action, resources' ARNs and condition keys in AWS's managed policies that match nothing in the reference, in lower case and ordered.</summary>
    public ImmutableArray<string> UndocumentedNames { get; }

    private static ServiceContents ReadContents(BlockFile blocks, int block)
    {
        using var reader = new BinaryReader(new MemoryStream(blocks.Read(block)));
        return ServiceContents.Read(reader);
    }
}
