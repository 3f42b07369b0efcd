namespace Claviger.Store;

/// <summary>The table of users' public keys for SSH.</summary>
public static class SshPublicKeys
{
    private static readonly Table<SshPublicKeyRecord> Table = new Table<SshPublicKeyRecord>("ssh_public_keys", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("user_id", static it => it.UserId)
        .Fixed("body", static it => it.Body)
        .Fixed("fingerprint", static it => it.Fingerprint)
        .Column("active", static it => it.IsActive)
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByUser = Table.Select("WHERE user_id = $1 ORDER BY created, id");

    /// <summary>All keys of a user, oldest first.</summary>
    public static IReadOnlyList<SshPublicKeyRecord> Of(ReadTransaction tx, string userId) => tx.Many(ByUser, Read, userId);

    /// <summary>Adds a key.</summary>
    public static void Insert(WriteTransaction tx, SshPublicKeyRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    /// <summary>Changes a key's status.</summary>
    public static void Update(WriteTransaction tx, SshPublicKeyRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    /// <summary>Takes out a key.</summary>
    public static void Delete(WriteTransaction tx, SshPublicKeyRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    private static SshPublicKeyRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        UserId = row.Text(2),
        Body = row.Text(3),
        Fingerprint = row.Text(4),
        IsActive = row.Flag(5),
        Created = row.Time(6),
    };
}
