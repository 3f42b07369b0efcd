namespace Claviger.Store;

/// <summary>The table of the deployment's keys, wrapped. Written in transactions of <see cref="SystemAccount"/>.</summary>
public static class KeyRing
{
    private static readonly Table<KeyRecord> Table = new Table<KeyRecord>("key_ring", Read)
        .Key("id", static it => it.Id)
        .Column("state", static it => it.State)
        .Column("wrapped", static it => it.Wrapped)
        .Fixed("created", static it => it.Created);

    private static readonly Sql InOrder = Table.Select("ORDER BY created, id");

    /// <summary>All keys, oldest first.</summary>
    public static IReadOnlyList<KeyRecord> All(ReadTransaction tx) => tx.Many(InOrder, Read);

    /// <summary>Adds a key.</summary>
    public static void Insert(WriteTransaction tx, KeyRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.Key, record.Id);
    }

    /// <summary>Changes a key's state, or its wrapping under another master key.</summary>
    public static void Update(WriteTransaction tx, KeyRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Key, record.Id);
    }

    /// <summary>Takes out a key.</summary>
    public static void Delete(WriteTransaction tx, KeyRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.Key, record.Id);
    }

    private static KeyRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        State = row.Text(1),
        Wrapped = row.Bytes(2),
        Created = row.Time(3),
    };
}
