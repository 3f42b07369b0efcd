using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of EC2's key pairs.</summary>
public static class KeyPairs
{
    private static readonly Table<KeyPairRecord> Table = new Table<KeyPairRecord>("key_pairs", Read)
        .Key("account_id", static it => it.Account)
        .Key("region", static it => it.Region)
        .Key("name", static it => it.Name)
        .Column("id", static it => it.Id)
        .Column("kind", static it => it.Kind)
        .Column("fingerprint", static it => it.Fingerprint)
        .Column("public_key", static it => it.PublicKey)
        .Column("created", static it => it.Created);

    private static readonly Sql OfRegion = Table.Select("WHERE account_id = $1 AND region = $2 ORDER BY name");
    private static readonly Sql One = Table.Select("WHERE account_id = $1 AND region = $2 AND name = $3");

    /// <summary>All key pairs of an account in a region, in the order of their names.</summary>
    public static IReadOnlyList<KeyPairRecord> Of(ReadTransaction tx, AccountId account, string region) => tx.Many(OfRegion, Read, account, region);

    /// <summary>The key pair of a name; null if there is none.</summary>
    public static KeyPairRecord? Find(ReadTransaction tx, AccountId account, string region, string name) => tx.One(One, Read, account, region, name);

    /// <summary>Adds a key pair.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, KeyPairRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.KeyPair, record.Id);
    }

    /// <summary>Takes out a key pair.</summary>
    public static void Delete(WriteTransaction tx, KeyPairRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.KeyPair, record.Id);
    }

    private static KeyPairRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        Region = row.Text(1),
        Name = row.Text(2),
        Id = row.Text(3),
        Kind = row.Text(4),
        Fingerprint = row.Text(5),
        PublicKey = row.Text(6),
        Created = row.Time(7),
    };
}
