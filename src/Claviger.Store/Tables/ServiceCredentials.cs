using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of users' credentials for single services.</summary>
public static class ServiceCredentials
{
    private static readonly Table<ServiceCredentialRecord> Table = new Table<ServiceCredentialRecord>("service_credentials", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("user_id", static it => it.UserId)
        .Fixed("service", static it => it.Service)
        .Fixed("alias", static it => it.Alias)
        .Column("sealed_secret", static it => it.SealedSecret)
        .Column("active", static it => it.IsActive)
        .Fixed("expires", static it => it.Expires)
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByUser = Table.Select("WHERE user_id = $1 ORDER BY created, id");
    private static readonly Sql InOrder = Table.Select("WHERE account_id = $1 AND id > $2 ORDER BY id LIMIT $3");

    /// <summary>All credentials of a user, oldest first.</summary>
    public static IReadOnlyList<ServiceCredentialRecord> Of(ReadTransaction tx, string userId) => tx.Many(ByUser, Read, userId);

    /// <summary>Up to a number of credentials of all users of an account, in the order of their ids, after an id.</summary>
    public static IReadOnlyList<ServiceCredentialRecord> Page(ReadTransaction tx, AccountId account, string afterId, int limit) =>
        tx.Many(InOrder, Read, account, afterId, limit);

    /// <summary>Adds a credential.</summary>
    public static void Insert(WriteTransaction tx, ServiceCredentialRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    /// <summary>Changes a credential's status or secret.</summary>
    public static void Update(WriteTransaction tx, ServiceCredentialRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    /// <summary>Takes out a credential.</summary>
    public static void Delete(WriteTransaction tx, ServiceCredentialRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.User, record.UserId);
    }

    private static ServiceCredentialRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        UserId = row.Text(2),
        Service = row.Text(3),
        Alias = row.Text(4),
        SealedSecret = row.Bytes(5),
        IsActive = row.Flag(6),
        Expires = row.TimeOrNull(7),
        Created = row.Time(8),
    };
}
