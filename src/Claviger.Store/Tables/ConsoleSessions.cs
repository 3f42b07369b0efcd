namespace Claviger.Store;

/// <summary>The table of who is signed in to the console. It has no feed rows: nothing of it is cached.</summary>
public static class ConsoleSessions
{
    private static readonly Table<ConsoleSessionRecord> Table = new Table<ConsoleSessionRecord>("console_sessions", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("user_id", static it => it.UserId)
        .Column("password_stamp", static it => it.PasswordStamp)
        .Column("owes_mfa", static it => it.OwesMfa)
        .Column("mfa_at", static it => it.MfaAt)
        .Fixed("address", static it => it.Address)
        .Fixed("user_agent", static it => it.UserAgent)
        .Fixed("created", static it => it.Created)
        .Fixed("expires", static it => it.Expires);

    private static readonly Sql ById = Table.Select("WHERE id = $1");
    private static readonly Sql Remove = new("DELETE FROM console_sessions WHERE id = $1");
    private static readonly Sql RemoveExpired = new("DELETE FROM console_sessions WHERE account_id = $1 AND expires <= $2");

    /// <summary>The session of a token's hash; null if there is none.</summary>
    public static ConsoleSessionRecord? Find(ReadTransaction tx, string id) => tx.One(ById, Read, id);

    /// <summary>Adds a session.</summary>
    public static void Insert(WriteTransaction tx, ConsoleSessionRecord record) => Table.Insert(tx, record);

    /// <summary>Changes what a session has proven.</summary>
    public static void Update(WriteTransaction tx, ConsoleSessionRecord record) => Table.Update(tx, record);

    /// <summary>Takes out a session, if it is there.</summary>
    public static void Delete(WriteTransaction tx, string id) => tx.Execute(Remove, id);

    /// <summary>Takes out the account's sessions that have ended by themselves.</summary>
    public static void DeleteExpired(WriteTransaction tx) => tx.Execute(RemoveExpired, tx.Account, tx.Now);

    private static ConsoleSessionRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        UserId = row.TextOrNull(2),
        PasswordStamp = row.Text(3),
        OwesMfa = row.Flag(4),
        MfaAt = row.TimeOrNull(5),
        Address = row.TextOrNull(6),
        UserAgent = row.TextOrNull(7),
        Created = row.Time(8),
        Expires = row.Time(9),
    };
}
