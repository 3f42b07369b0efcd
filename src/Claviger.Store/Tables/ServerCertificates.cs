using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of server certificates.</summary>
public static class ServerCertificates
{
    private static readonly Table<ServerCertificateRecord> Table = new Table<ServerCertificateRecord>("server_certificates", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Column("name", static it => it.Name)
        .Column("name_key", static it => NameKey.Of(it.Name))
        .Column("path", static it => it.Path)
        .Fixed("body", static it => it.Body)
        .Fixed("chain", static it => it.Chain)
        .Fixed("sealed_private_key", static it => it.SealedPrivateKey)
        .Fixed("expires", static it => it.Expires)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created);

    private static readonly NamedTable<ServerCertificateRecord> Entities = new("server_certificates", Table);

    /// <summary>The certificate of a name, compared without regard to case; null if there is none.</summary>
    public static ServerCertificateRecord? Find(ReadTransaction tx, AccountId account, string name) => Entities.Find(tx, account, name);

    /// <summary>Up to a number of certificates in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="pathPrefix">What their paths begin with; <c>/</c> for all.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<ServerCertificateRecord> Page(ReadTransaction tx, AccountId account, string pathPrefix, string afterKey, int limit) =>
        Entities.Page(tx, account, pathPrefix, afterKey, limit);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => Entities.Count(tx, account);

    /// <summary>Adds a certificate.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, ServerCertificateRecord record)
    {
        Entities.Insert(tx, record.Account, record);
        tx.Changed(ChangeKind.ServerCertificate, record.Id);
    }

    /// <summary>Changes a certificate's name, path or tags.</summary>
    /// <exception cref="StoreConflictException">The new name is taken.</exception>
    public static void Update(WriteTransaction tx, ServerCertificateRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.ServerCertificate, record.Id);
    }

    /// <summary>Takes out a certificate.</summary>
    public static void Delete(WriteTransaction tx, ServerCertificateRecord record)
    {
        Entities.Delete(tx, record.Account, record);
        tx.Changed(ChangeKind.ServerCertificate, record.Id);
    }

    private static ServerCertificateRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        Name = row.Text(2),
        Path = row.Text(4),
        Body = row.Text(5),
        Chain = row.TextOrNull(6),
        SealedPrivateKey = row.Bytes(7),
        Expires = row.Time(8),
        Tags = TagSet.Decode(row.Text(9)),
        Created = row.Time(10),
    };
}
