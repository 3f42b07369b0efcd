using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of SAML identity providers.</summary>
public static class SamlProviders
{
    private static readonly Table<SamlProviderRecord> Table = new Table<SamlProviderRecord>("saml_providers", Read)
        .Key("arn", static it => it.Arn)
        .Fixed("account_id", static it => it.Account)
        .Fixed("id", static it => it.Id)
        .Column("metadata", static it => it.Metadata)
        .Column("valid_until", static it => it.ValidUntil)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created)
        .Column("encryption_mode", static it => it.EncryptionMode);

    private static readonly Sql ByArn = Table.Select("WHERE arn = $1");
    private static readonly Sql ByAccount = Table.Select("WHERE account_id = $1 ORDER BY arn");
    private static readonly Sql CountAll = new("SELECT COUNT(*) FROM saml_providers WHERE account_id = $1");

    /// <summary>The provider of an ARN, if it belongs to the account; else null.</summary>
    public static SamlProviderRecord? Find(ReadTransaction tx, AccountId account, string arn) =>
        tx.One(ByArn, Read, arn) is { } found && found.Account == account ? found : null;

    /// <summary>All providers of an account, by ARN.</summary>
    public static IReadOnlyList<SamlProviderRecord> Of(ReadTransaction tx, AccountId account) => tx.Many(ByAccount, Read, account);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => tx.Number(CountAll, account) ?? 0;

    /// <summary>Adds a provider.</summary>
    /// <exception cref="StoreConflictException">The ARN is taken.</exception>
    public static void Insert(WriteTransaction tx, SamlProviderRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.Arn);
    }

    /// <summary>Writes a provider over the one with its ARN.</summary>
    public static void Update(WriteTransaction tx, SamlProviderRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.Arn);
    }

    /// <summary>Takes out a provider, with its private keys.</summary>
    public static void Delete(WriteTransaction tx, SamlProviderRecord record)
    {
        foreach (var key in SamlKeys.Of(tx, record.Arn))
        {
            SamlKeys.Delete(tx, key);
        }

        Table.Delete(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.Arn);
    }

    private static SamlProviderRecord Read(Row row) => new()
    {
        Arn = row.Text(0),
        Account = row.Account(1),
        Id = row.Text(2),
        Metadata = row.Text(3),
        ValidUntil = row.Time(4),
        Tags = TagSet.Decode(row.Text(5)),
        Created = row.Time(6),
        EncryptionMode = row.TextOrNull(7),
    };
}
