using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of users' passwords.</summary>
public static class LoginProfiles
{
    private static readonly Table<LoginProfileRecord> Table = new Table<LoginProfileRecord>("login_profiles", Read)
        .Key("user_id", static it => it.UserId)
        .Fixed("account_id", static it => it.Account)
        .Column("password_hash", static it => it.PasswordHash)
        .Column("history", static it => JsonSerializer.Serialize(it.History, StoreJson.Default.IReadOnlyListString))
        .Column("reset_required", static it => it.ResetRequired)
        .Fixed("created", static it => it.Created)
        .Column("changed", static it => it.Changed);

    private static readonly Sql ByUser = Table.Select("WHERE user_id = $1");
    private static readonly Sql CountAll = new("SELECT COUNT(*) FROM login_profiles WHERE account_id = $1");

    /// <summary>The profile of a user; null if it has none.</summary>
    public static LoginProfileRecord? Find(ReadTransaction tx, string userId) => tx.One(ByUser, Read, userId);

    /// <summary>How many users of the account have one.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => tx.Number(CountAll, account) ?? 0;

    /// <summary>Gives a user a password.</summary>
    /// <exception cref="StoreConflictException">It has one.</exception>
    public static void Insert(WriteTransaction tx, LoginProfileRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    /// <summary>Changes a user's password or whether it must be reset.</summary>
    public static void Update(WriteTransaction tx, LoginProfileRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    /// <summary>Takes a user's password away.</summary>
    public static void Delete(WriteTransaction tx, LoginProfileRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    private static LoginProfileRecord Read(Row row) => new()
    {
        UserId = row.Text(0),
        Account = row.Account(1),
        PasswordHash = row.Text(2),
        History = JsonSerializer.Deserialize(row.Text(3), StoreJson.Default.IReadOnlyListString)!,
        ResetRequired = row.Flag(4),
        Created = row.Time(5),
        Changed = row.Time(6),
    };
}
