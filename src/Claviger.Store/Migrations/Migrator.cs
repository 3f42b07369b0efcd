using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Claviger.Store;

/// <summary>Brings a database to this program's schema. Where that is its schema already, one query says so.</summary>
internal static class Migrator
{
    /// <summary>How many scripts there are under Migrations/Scripts: a database that has run as many is of this program's schema.</summary>
    internal static readonly int Version = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Count(static name => name.EndsWith(".sql", StringComparison.Ordinal));

    private const string ReadVersion = "SELECT value FROM facts WHERE name = 'schema'";

    private const string RecordVersion =
        "INSERT INTO facts (name, value) VALUES ('schema', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private const string NameDeployment =
        "INSERT INTO facts (name, value) VALUES ('deployment', $1) ON CONFLICT (name) DO NOTHING";

    private const string ZeroHash = "0000000000000000000000000000000000000000000000000000000000000000";

    // Any number that other programs in the same database are unlikely to take.
    private const long AdvisoryLock = 0x434C5647_4D494752;

    private static readonly Dictionary<string, string> SqliteWords = new()
    {
        ["text"] = "TEXT",
        ["bytes"] = "BLOB",
        ["rowless"] = " WITHOUT ROWID",
        ["zerohash"] = $"x'{ZeroHash}'",
        ["transaction"] = "",
        ["transactionindex"] = "",
    };

    private static readonly Dictionary<string, string> PostgresWords = new()
    {
        ["text"] = "TEXT COLLATE \"C\"",
        ["bytes"] = "BYTEA",
        ["rowless"] = "",
        ["zerohash"] = $"'\\x{ZeroHash}'::BYTEA",

        // By which other nodes find the rows that were committed since they last looked, of whatever account.
        ["transaction"] = "\n  transaction_id BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),",
        ["transactionindex"] = "CREATE INDEX changes_by_transaction ON changes (transaction_id);",
    };

    public static void Sqlite(string file, SqliteConnection connection)
    {
        if (IsCurrent(ReadSqliteVersion(connection)))
        {
            return;
        }

        var target = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite };
        Upgrade(DeployChanges.To.SqliteDatabase(target.ToString()), SqliteWords);
        Record(connection, static (command, value) => command.Parameters.Add(new SqliteParameter("$1", value)));
    }

    public static void Postgres(NpgsqlConnection connection, string connectionString)
    {
        if (IsCurrent(ReadPostgresVersion(connection)))
        {
            return;
        }

        // Several nodes may start at once: one migrates, the others find it done.
        Run(connection, FormattableString.Invariant($"SELECT pg_advisory_lock({AdvisoryLock})"));
        try
        {
            if (!IsCurrent(ReadPostgresVersion(connection)))
            {
                Upgrade(DeployChanges.To.PostgresqlDatabase(connectionString), PostgresWords);
                Record(connection, static (command, value) => command.Parameters.Add(new NpgsqlParameter { Value = value }));
            }
        }
        finally
        {
            Run(connection, FormattableString.Invariant($"SELECT pg_advisory_unlock({AdvisoryLock})"));
        }
    }

    private static bool IsCurrent(int version) => version <= Version
        ? version == Version
        : throw new StoreCorruptException($"The database is of a newer version of this program (its schema is {version}, this one knows {Version}).");

    private static void Upgrade(UpgradeEngineBuilder builder, Dictionary<string, string> words)
    {
        var result = builder
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly())
            .WithVariables(words)
            .WithTransaction()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StoreException($"The database could not be brought to this program's schema ({result.ErrorScript?.Name}).", result.Error);
        }
    }

    private static void Record(System.Data.Common.DbConnection connection, Action<System.Data.Common.DbCommand, object> add)
    {
        foreach (var (sql, text) in ((string, string)[])
            [
                (NameDeployment, RandomNumberGenerator.GetHexString(32, lowercase: true)),
                (RecordVersion, Version.ToString(CultureInfo.InvariantCulture)),
            ])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            add(command, Encoding.UTF8.GetBytes(text));
            command.ExecuteNonQuery();
        }
    }

    private static int ReadSqliteVersion(SqliteConnection connection)
    {
        using var exists = connection.CreateCommand();
        exists.CommandText = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'facts'";
        if ((long)exists.ExecuteScalar()! == 0)
        {
            return 0;
        }

        using var command = connection.CreateCommand();
        command.CommandText = ReadVersion;
        return Parse(command.ExecuteScalar());
    }

    private static int ReadPostgresVersion(NpgsqlConnection connection)
    {
        try
        {
            using var command = new NpgsqlCommand(ReadVersion, connection);
            return Parse(command.ExecuteScalar());
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return 0;
        }
    }

    private static int Parse(object? value) => value is byte[] bytes ? int.Parse(bytes, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
