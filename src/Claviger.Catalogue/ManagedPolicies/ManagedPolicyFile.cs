using System.Collections.Immutable;
using System.Text;

namespace Claviger.Catalogue;

/// <summary>
/// The file of AWS managed policies. Block 0 is the index (a <see cref="ManagedPolicyRecord"/> each, by name), block 1 the tables of older
/// versions; the default documents of several policies share a block, the older documents of one policy are a block of their own.
/// </summary>
internal sealed class ManagedPolicyFile(BlockFile blocks)
{
    public const string FileName = "managed-policies.blocks";
    public const int IndexBlock = 0;
    public const int VersionTablesBlock = 1;

    public ImmutableArray<ManagedPolicy> ReadIndex()
    {
        using var reader = new BinaryReader(new MemoryStream(blocks.Read(IndexBlock)));
        var policies = new ManagedPolicy[reader.Read7BitEncodedInt()];
        for (var i = 0; i < policies.Length; i++)
        {
            policies[i] = new ManagedPolicy(ManagedPolicyRecord.Read(reader), this);
        }

        return ImmutableArray.Create(policies);
    }

    public string ReadDocument(ManagedPolicyRecord record) => ReadDocument(record.Document);

    public string ReadDocument(ManagedPolicyRecord record, int version) => version == record.DefaultVersion
        ? ReadDocument(record.Document)
        : ReadDocument(ReadVersionTable(record).First(v => v.Number == version).Document);

    public ImmutableArray<ManagedPolicyVersion> ReadVersions(ManagedPolicy policy, ManagedPolicyRecord record)
    {
        var versions = ImmutableArray.CreateBuilder<ManagedPolicyVersion>();
        versions.Add(new ManagedPolicyVersion(policy, record.DefaultVersion, record.UpdateDate));
        versions.AddRange(ReadVersionTable(record).Select(v => new ManagedPolicyVersion(policy, v.Number, v.CreateDate)));
        return versions.DrainToImmutable();
    }

    private ManagedPolicyVersionRecord[] ReadVersionTable(ManagedPolicyRecord record)
    {
        if (record.VersionTable == ManagedPolicyRecord.NoVersionTable)
        {
            return [];
        }

        using var reader = new BinaryReader(new MemoryStream(blocks.Read(VersionTablesBlock)));
        reader.BaseStream.Position = record.VersionTable;
        var versions = new ManagedPolicyVersionRecord[reader.Read7BitEncodedInt()];
        for (var i = 0; i < versions.Length; i++)
        {
            versions[i] = ManagedPolicyVersionRecord.Read(reader);
        }

        return versions;
    }

    private string ReadDocument(BlockRange range) => Encoding.UTF8.GetString(blocks.Read(range.Block), range.Offset, range.Length);
}
