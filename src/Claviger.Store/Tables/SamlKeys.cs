namespace Claviger.Store;

/// <summary>The table of private keys that open the assertions of SAML providers.</summary>
public static class SamlKeys
{
    private static readonly Table<SamlKeyRecord> Table = new Table<SamlKeyRecord>("saml_keys", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("provider_arn", static it => it.ProviderArn)
        .Column("sealed_private_key", static it => it.SealedPrivateKey)
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByProvider = Table.Select("WHERE provider_arn = $1 ORDER BY created, id");

    /// <summary>The keys of a provider, oldest first.</summary>
    public static IReadOnlyList<SamlKeyRecord> Of(ReadTransaction tx, string providerArn) => tx.Many(ByProvider, Read, providerArn);

    /// <summary>Adds a key.</summary>
    public static void Insert(WriteTransaction tx, SamlKeyRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.ProviderArn);
    }

    /// <summary>Takes out a key.</summary>
    public static void Delete(WriteTransaction tx, SamlKeyRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.ProviderArn);
    }

    private static SamlKeyRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        ProviderArn = row.Text(2),
        SealedPrivateKey = row.Bytes(3),
        Created = row.Time(4),
    };
}
