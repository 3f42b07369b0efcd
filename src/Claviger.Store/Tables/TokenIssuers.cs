using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of accounts' token issuers, one an account.</summary>
public static class TokenIssuers
{
    private static readonly Table<TokenIssuerRecord> Table = new Table<TokenIssuerRecord>("token_issuers", Read)
        .Key("account_id", static it => it.Account)
        .Fixed("id", static it => it.Id)
        .Column("enabled", static it => it.IsEnabled)
        .Column("published_keys", static it => it.PublishedKeys)
        .Column("sealed_private_keys", static it => it.SealedPrivateKeys)
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByAccount = Table.Select("WHERE account_id = $1");
    private static readonly Sql ByIssuerId = Table.Select("WHERE id = $1");

    /// <summary>The issuer of an account; null if it was never switched on.</summary>
    public static TokenIssuerRecord? Find(ReadTransaction tx, AccountId account) => tx.One(ByAccount, Read, account);

    /// <summary>The issuer of an id, whosever; null if there is none.</summary>
    public static TokenIssuerRecord? ById(ReadTransaction tx, string id) => tx.One(ByIssuerId, Read, id);

    /// <summary>Adds an account's issuer.</summary>
    /// <exception cref="StoreConflictException">It has one.</exception>
    public static void Insert(WriteTransaction tx, TokenIssuerRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.Account, record.Account.ToString());
    }

    /// <summary>Switches an issuer on or off.</summary>
    public static void Update(WriteTransaction tx, TokenIssuerRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Account, record.Account.ToString());
    }

    private static TokenIssuerRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        Id = row.Text(1),
        IsEnabled = row.Flag(2),
        PublishedKeys = row.Text(3),
        SealedPrivateKeys = row.Bytes(4),
        Created = row.Time(5),
    };
}
