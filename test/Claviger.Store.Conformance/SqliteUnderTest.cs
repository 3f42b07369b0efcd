using Microsoft.Data.Sqlite;

namespace Claviger.Store.Conformance;

/// <summary>A SQLite store in a temporary folder.</summary>
public sealed class SqliteUnderTest : StoreUnderTest
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("claviger-test-").FullName;

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(Folder, "claviger.db");

    /// <inheritdoc/>
    public override void BreakCommits() => Execute(
        """
        CREATE TABLE parents (id INTEGER PRIMARY KEY);
        CREATE TABLE orphans (id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER break_commits AFTER INSERT ON changes BEGIN INSERT INTO orphans VALUES (1); END;
        """);

    /// <inheritdoc/>
    public override void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    protected override IStore OpenNew() => SqliteStore.Open(Folder, Time);

    /// <inheritdoc/>
    protected override ValueTask CleanUpAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
