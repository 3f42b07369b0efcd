using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The queries that tables of entities with an id, a name and a path share.</summary>
internal sealed class NamedTable<T>(string name, Table<T> table)
    where T : class
{
    private readonly Sql byName = table.Select("WHERE account_id = $1 AND name_key = $2");
    private readonly Sql byId = table.Select("WHERE id = $1");
    private readonly Sql count = new($"SELECT entities FROM entity_counts WHERE account_id = $1 AND kind = '{name}'");
    private readonly Sql less = new($"UPDATE entity_counts SET entities = entities - 1 WHERE account_id = $1 AND kind = '{name}'");

    private readonly Sql more = new(
        $"INSERT INTO entity_counts (account_id, kind, entities) VALUES ($1, '{name}', 1) "
        + "ON CONFLICT (account_id, kind) DO UPDATE SET entities = entity_counts.entities + 1");

    private readonly Sql page = table.Select(
        "WHERE account_id = $1 AND name_key > $2 AND path >= $3 AND path < $4 ORDER BY name_key LIMIT $5");

    // The names are looked through in their index alone; only what is found is read.
    private readonly Sql holding = table.Select(
        $@"WHERE account_id = $1 AND name_key IN (SELECT name_key FROM {name} WHERE account_id = $1 AND name_key > $2 AND name_key LIKE $3 ESCAPE '\' ORDER BY name_key LIMIT $4) "
        + "ORDER BY name_key");

    public T? Find(ReadTransaction tx, AccountId account, string entity)
    {
        var key = NameKey.Of(entity);
        if (!tx.TryRecall(this, account.Number, key, out T? record))
        {
            record = tx.One(byName, table.Read, account, key);
            tx.Remember(this, account.Number, key, record);
        }

        return record;
    }

    public T? ById(ReadTransaction tx, string id) => tx.One(byId, table.Read, id);

    /// <summary>How many the account has, as counted with each insertion and deletion.</summary>
    public long Count(ReadTransaction tx, AccountId account) => tx.Number(count, account) ?? 0;

    public void Insert(WriteTransaction tx, AccountId account, T record)
    {
        table.Insert(tx, record);
        tx.Execute(more, account);
    }

    public void Delete(WriteTransaction tx, AccountId account, T record)
    {
        table.Delete(tx, record);
        tx.Execute(less, account);
    }

    public IReadOnlyList<T> Page(ReadTransaction tx, AccountId account, string pathPrefix, string afterKey, int limit)
    {
        // The paths that begin with a text lie between it and the same text with its last character raised.
        var end = pathPrefix[..^1] + (char)(pathPrefix[^1] + 1);
        return tx.Many(page, table.Read, account, afterKey, pathPrefix, end, limit);
    }

    public IReadOnlyList<T> Holding(ReadTransaction tx, AccountId account, string part, string afterKey, int limit) =>
        tx.Many(holding, table.Read, account, afterKey, $"%{Literal(NameKey.Of(part))}%", limit);

    private static string Literal(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
