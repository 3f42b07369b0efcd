using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Claviger.Store;

/// <summary>A statement without parameters or rows, prepared once: BEGIN, COMMIT and their kin, which every transaction runs.</summary>
/// <remarks>Run through a command of ADO.NET each costs several times the statement itself.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        Require(raw.sqlite3_prepare_v2(database, text, out statement), raw.SQLITE_OK);
    }

    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Require(result, raw.SQLITE_DONE);
    }

    public void Dispose() => statement.Dispose();

    private void Require(int result, int wanted)
    {
        if (result != wanted)
        {
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result & 0xff, result);
        }
    }
}
