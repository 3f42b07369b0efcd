using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of X.509 certificates that users sign with.</summary>
public static class SigningCertificates
{
    private static readonly Table<SigningCertificateRecord> Table = new Table<SigningCertificateRecord>("signing_certificates", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("user_id", static it => it.UserId)
        .Fixed("body", static it => it.Body)
        .Column("active", static it => it.IsActive)
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByUser = Table.Select("WHERE account_id = $1 AND user_id = $2 ORDER BY created, id");
    private static readonly Sql ByRoot = Table.Select("WHERE account_id = $1 AND user_id IS NULL ORDER BY created, id");

    /// <summary>All certificates of a user, oldest first; of the root user where <paramref name="userId"/> is null.</summary>
    public static IReadOnlyList<SigningCertificateRecord> Of(ReadTransaction tx, AccountId account, string? userId) =>
        userId is null ? tx.Many(ByRoot, Read, account) : tx.Many(ByUser, Read, account, userId);

    /// <summary>Adds a certificate.</summary>
    public static void Insert(WriteTransaction tx, SigningCertificateRecord record)
    {
        Table.Insert(tx, record);
        Changed(tx, record);
    }

    /// <summary>Changes a certificate's status.</summary>
    public static void Update(WriteTransaction tx, SigningCertificateRecord record)
    {
        Table.Update(tx, record);
        Changed(tx, record);
    }

    /// <summary>Takes out a certificate.</summary>
    public static void Delete(WriteTransaction tx, SigningCertificateRecord record)
    {
        Table.Delete(tx, record);
        Changed(tx, record);
    }

    private static void Changed(WriteTransaction tx, SigningCertificateRecord record)
    {
        if (record.UserId is { } user)
        {
            tx.Changed(ChangeKind.User, user);
        }
        else
        {
            tx.Changed(ChangeKind.Account, record.Account.ToString());
        }
    }

    private static SigningCertificateRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        UserId = row.TextOrNull(2),
        Body = row.Text(3),
        IsActive = row.Flag(4),
        Created = row.Time(5),
    };
}
