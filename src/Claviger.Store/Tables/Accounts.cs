using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of accounts.</summary>
public static class Accounts
{
    private static readonly Table<AccountRecord> Table = new Table<AccountRecord>("accounts", Read)
        .Key("id", static it => it.Id)
        .Column("name", static it => it.Name)
        .Column("root_email", static it => it.RootEmail)
        .Column("root_email_key", static it => NameKey.Of(it.RootEmail))
        .Column("root_password_hash", static it => it.RootPasswordHash)
        .Fixed("canonical_user_id", static it => it.CanonicalUserId)
        .Column("alias", static it => it.Alias)
        .Column("password_policy", static it => it.PasswordPolicy is { } policy ? JsonSerializer.Serialize(policy, StoreJson.Default.PasswordPolicyRecord) : null)
        .Column("quotas", static it => JsonSerializer.Serialize(it.Quotas, StoreJson.Default.IReadOnlyDictionaryStringInt64))
        .Column("settings", static it => JsonSerializer.Serialize(it.Settings, StoreJson.Default.IReadOnlyDictionaryStringString))
        .Fixed("created", static it => it.Created)
        .Computed("(SELECT l.at FROM last_used l WHERE l.account_id = accounts.id AND l.id = '" + LastUsed.RootPassword + "')")
        .Computed("revision");

    private static readonly Sql Begin = new(
        """
        INSERT INTO accounts (id, revision, audit_sequence, audit_hash, name, root_email, root_email_key, canonical_user_id, quotas, settings, created)
        VALUES ($1, 0, 0, $2, '', '', $3, $3, '', '', $4)
        """);

    private static readonly Sql SetCanonicalUserId = new("UPDATE accounts SET canonical_user_id = $2 WHERE id = $1");
    private static readonly Sql ById = Table.Select("WHERE id = $1 AND id > 0");
    private static readonly Sql ByAliasExactly = Table.Select("WHERE alias = $1");
    private static readonly Sql ByEmail = Table.Select("WHERE root_email_key = $1 AND id > 0");
    private static readonly Sql ByCanonicalId = Table.Select("WHERE canonical_user_id = $1 AND id > 0");
    private static readonly Sql InOrder = Table.Select("WHERE id > $1 ORDER BY id LIMIT $2");

    /// <summary>The account of a number; null if there is none.</summary>
    public static AccountRecord? Find(ReadTransaction tx, AccountId id) => tx.One(ById, Read, id);

    /// <summary>The account of an alias, which is lower-case; null if there is none.</summary>
    public static AccountRecord? ByAlias(ReadTransaction tx, string alias) => tx.One(ByAliasExactly, Read, alias);

    /// <summary>The account of a root user's e-mail address, compared without regard to case; null if there is none.</summary>
    public static AccountRecord? ByRootEmail(ReadTransaction tx, string email) => tx.One(ByEmail, Read, NameKey.Of(email));

    /// <summary>The account of a canonical user id; null if there is none.</summary>
    public static AccountRecord? ByCanonicalUserId(ReadTransaction tx, string id) => tx.One(ByCanonicalId, Read, id);

    /// <summary>Up to a number of accounts in the order of their numbers, after a number.</summary>
    public static IReadOnlyList<AccountRecord> Page(ReadTransaction tx, AccountId after, int limit) => tx.Many(InOrder, Read, after, limit);

    /// <summary>The newest revision of an account in this snapshot; 0 if there is no such account.</summary>
    public static long Revision(ReadTransaction tx, AccountId account) => tx.RevisionOf(account);

    /// <summary>Makes the account that the transaction is for.</summary>
    /// <exception cref="StoreConflictException">The number, alias or root e-mail address is taken.</exception>
    public static void Insert(WriteTransaction tx, AccountRecord record)
    {
        Demand(tx, record);
        tx.Execute(Begin, record.Id, AuditLink.Start.Hash, record.Id.ToString(), record.Created);
        tx.Execute(SetCanonicalUserId, record.Id, record.CanonicalUserId);
        Table.Update(tx, record);
        tx.AccountIsMade();
        tx.Changed(ChangeKind.Account, record.Id.ToString());
    }

    /// <summary>Writes the account's record.</summary>
    /// <exception cref="StoreConflictException">The alias or root e-mail address is taken.</exception>
    public static void Update(WriteTransaction tx, AccountRecord record)
    {
        Demand(tx, record);
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Account, record.Id.ToString());
    }

    /// <summary>Deletes everything that the account holds, in every table; the account itself stays, and its revision and audit chain go on.</summary>
    public static void Empty(WriteTransaction tx, AccountId account)
    {
        if (tx.Account != account)
        {
            throw new ArgumentException("The transaction is another account's.", nameof(account));
        }

        foreach (var statement in Emptying.Statements)
        {
            tx.Execute(statement, account);
        }

        tx.Changed(ChangeKind.Everything, account.ToString());
    }

    private static void Demand(WriteTransaction tx, AccountRecord record)
    {
        if (tx.Account != record.Id)
        {
            throw new ArgumentException("The transaction is another account's.", nameof(record));
        }
    }

    private static AccountRecord Read(Row row) => new()
    {
        Id = row.Account(0),
        Name = row.Text(1),
        RootEmail = row.Text(2),
        RootPasswordHash = row.TextOrNull(4),
        CanonicalUserId = row.Text(5),
        Alias = row.TextOrNull(6),
        PasswordPolicy = row.TextOrNull(7) is { } policy ? JsonSerializer.Deserialize(policy, StoreJson.Default.PasswordPolicyRecord) : null,
        Quotas = JsonSerializer.Deserialize(row.Text(8), StoreJson.Default.IReadOnlyDictionaryStringInt64)!,
        Settings = JsonSerializer.Deserialize(row.Text(9), StoreJson.Default.IReadOnlyDictionaryStringString)!,
        Created = row.Time(10),
        RootPasswordLastUsed = row.TimeOrNull(11),
        Revision = row.Integer(12),
    };
}
