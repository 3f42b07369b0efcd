namespace Claviger.Store;

/// <summary>How records of a type lie in a table: its columns in order, and from them the statements that every table needs.</summary>
internal sealed class Table<T>(string name, Func<Row, T> read)
    where T : class
{
    private readonly List<Place> columns = [];
    private Sql? insert;
    private Sql? update;
    private Sql? delete;

    /// <summary>Makes a record of a row whose columns are in the order in which they were named here.</summary>
    public Func<Row, T> Read => read;

    /// <summary>A column that is part of what a row is found by.</summary>
    public Table<T> Key(string column, Func<T, SqlValue> get) => Add(new Place(column, get, IsKey: true, IsFixed: true));

    /// <summary>A column.</summary>
    public Table<T> Column(string column, Func<T, SqlValue> get) => Add(new Place(column, get, IsKey: false, IsFixed: false));

    /// <summary>A column that an update leaves alone.</summary>
    public Table<T> Fixed(string column, Func<T, SqlValue> get) => Add(new Place(column, get, IsKey: false, IsFixed: true));

    /// <summary>An expression that is read with the columns and written by others.</summary>
    public Table<T> Computed(string expression) => Add(new Place(expression, null, IsKey: false, IsFixed: true));

    /// <summary>A query for whole records.</summary>
    /// <param name="rest">All after the table's name: <c>WHERE … ORDER BY … LIMIT …</c>.</param>
    public Sql Select(string rest) => new($"SELECT {Names(columns)} FROM {name} {rest}");

    /// <summary>Adds a record.</summary>
    /// <exception cref="StoreConflictException">Its id or name is taken.</exception>
    public void Insert(AppendTransaction tx, T record)
    {
        var stored = Stored(static _ => true);
        insert ??= new Sql($"INSERT INTO {name} ({Names(stored)}) VALUES ({string.Join(", ", stored.Select(static (_, i) => $"${i + 1}"))})");
        tx.Execute(insert, Values(record, stored));
    }

    /// <summary>Writes a record over the one with its key.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public void Update(AppendTransaction tx, T record)
    {
        var changing = Stored(static column => !column.IsFixed);
        var keys = Stored(static column => column.IsKey);
        update ??= new Sql(
            $"UPDATE {name} SET {string.Join(", ", changing.Select(static (column, i) => $"{column.Name} = ${i + 1}"))} WHERE {Match(keys, changing.Count)}");
        Demand(tx.Execute(update, [.. Values(record, changing), .. Values(record, keys)]));
    }

    /// <summary>Takes out the record with the key of this one.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public void Delete(AppendTransaction tx, T record)
    {
        var keys = Stored(static column => column.IsKey);
        delete ??= new Sql($"DELETE FROM {name} WHERE {Match(keys, 0)}");
        Demand(tx.Execute(delete, Values(record, keys)));
    }

    private static string Names(List<Place> columns) => string.Join(", ", columns.Select(static column => column.Name));

    private static string Match(List<Place> keys, int before) =>
        string.Join(" AND ", keys.Select((column, i) => $"{column.Name} = ${before + i + 1}"));

    private static SqlValue[] Values(T record, List<Place> columns)
    {
        var values = new SqlValue[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = columns[i].Get!(record);
        }

        return values;
    }

    private Table<T> Add(Place column)
    {
        columns.Add(column);
        return this;
    }

    private List<Place> Stored(Func<Place, bool> which) => [.. columns.Where(column => column.Get is not null && which(column))];

    private void Demand(int rows)
    {
        if (rows != 1)
        {
            throw new StoreException($"A record of the table {name} is not there any more.");
        }
    }

    private sealed record Place(string Name, Func<T, SqlValue>? Get, bool IsKey, bool IsFixed);
}
