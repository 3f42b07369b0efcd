using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of issuers of OpenID Connect tokens.</summary>
public static class OidcProviders
{
    private static readonly Table<OidcProviderRecord> Table = new Table<OidcProviderRecord>("oidc_providers", Read)
        .Key("arn", static it => it.Arn)
        .Fixed("account_id", static it => it.Account)
        .Fixed("url", static it => it.Url)
        .Column("client_ids", static it => JsonSerializer.Serialize(it.ClientIds, StoreJson.Default.IReadOnlyListString))
        .Column("thumbprints", static it => JsonSerializer.Serialize(it.Thumbprints, StoreJson.Default.IReadOnlyListString))
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByArn = Table.Select("WHERE arn = $1");
    private static readonly Sql ByAccount = Table.Select("WHERE account_id = $1 ORDER BY arn");
    private static readonly Sql CountAll = new("SELECT COUNT(*) FROM oidc_providers WHERE account_id = $1");

    /// <summary>The provider of an ARN, if it belongs to the account; else null.</summary>
    public static OidcProviderRecord? Find(ReadTransaction tx, AccountId account, string arn) =>
        tx.One(ByArn, Read, arn) is { } found && found.Account == account ? found : null;

    /// <summary>All providers of an account, by ARN.</summary>
    public static IReadOnlyList<OidcProviderRecord> Of(ReadTransaction tx, AccountId account) => tx.Many(ByAccount, Read, account);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => tx.Number(CountAll, account) ?? 0;

    /// <summary>Adds a provider.</summary>
    /// <exception cref="StoreConflictException">The ARN is taken.</exception>
    public static void Insert(WriteTransaction tx, OidcProviderRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.Arn);
    }

    /// <summary>Writes a provider over the one with its ARN.</summary>
    public static void Update(WriteTransaction tx, OidcProviderRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.Arn);
    }

    /// <summary>Takes out a provider.</summary>
    public static void Delete(WriteTransaction tx, OidcProviderRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.IdentityProvider, record.Arn);
    }

    private static OidcProviderRecord Read(Row row) => new()
    {
        Arn = row.Text(0),
        Account = row.Account(1),
        Url = row.Text(2),
        ClientIds = JsonSerializer.Deserialize(row.Text(3), StoreJson.Default.IReadOnlyListString)!,
        Thumbprints = JsonSerializer.Deserialize(row.Text(4), StoreJson.Default.IReadOnlyListString)!,
        Tags = TagSet.Decode(row.Text(5)),
        Created = row.Time(6),
    };
}
