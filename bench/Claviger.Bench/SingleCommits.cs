using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Claviger.Bench;

/// <summary>How fast the database itself commits one row at a time with a sync for each, on the same disk.</summary>
internal static class SingleCommits
{
    /// <summary>Commits a second.</summary>
    public static double Measure(string folder, TimeSpan duration)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "single.db")};Pooling=false");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, "CREATE TABLE rows (id TEXT PRIMARY KEY, name TEXT, path TEXT, created INTEGER) WITHOUT ROWID");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows VALUES ($1, $2, '/', 0)";
        var id = insert.Parameters.Add("$1", SqliteType.Text);
        var name = insert.Parameters.Add("$2", SqliteType.Text);
        insert.Prepare();
        var clock = Stopwatch.StartNew();
        var commits = 0;
        while (clock.Elapsed < duration)
        {
            id.Value = $"AIDA{commits:D17}";
            name.Value = $"user{commits}";
            insert.ExecuteNonQuery();
            commits++;
        }

        return commits / clock.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
