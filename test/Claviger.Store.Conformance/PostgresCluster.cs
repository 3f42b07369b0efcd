using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Claviger.Store.Conformance;

/// <summary>A PostgreSQL of this test process: made in memory, or a temporary folder, when first asked for, reached by a socket there, gone with the process.</summary>
/// <remarks>A shell watches over it, waiting on a pipe from this process: even a process that is killed leaves nothing running.</remarks>
public sealed class PostgresCluster
{
    // ICU's order is not that of bytes: queries that forget COLLATE "C" are found out. Nothing here needs to survive a power failure.
    private const string Script =
        """
        set -e
        bin=$1
        in=/dev/shm; [ -w "$in" ] || in=/tmp
        dir=$(mktemp -d "$in/claviger-postgres-XXXXXX")
        cd "$dir"
        "$bin/initdb" -D data -U claviger -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=en --no-sync >log 2>&1
        "$bin/postgres" -D data -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=400 -c shared_buffers=64MB \
            -c autovacuum=off -c unix_socket_permissions=0777 >>log 2>&1 </dev/null &
        pid=$!
        chmod 0755 "$dir"
        echo "$dir"
        cat >/dev/null
        kill -INT "$pid"
        wait || true
        rm -rf "$dir"
        """;

    private static readonly Lazy<PostgresCluster> Instance = new(static () => new PostgresCluster());

    private readonly string folder;
    private readonly Lazy<string> migrated;
    private int databases;

    private PostgresCluster()
    {
        migrated = new Lazy<string>(Migrate);
        var shell = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };

        // PostgreSQL refuses to run as root.
        string[] command = Environment.UserName == "root"
            ? ["runuser", "-u", "postgres", "--", "/bin/sh", "-c", Script, "sh", Binaries()]
            : ["/bin/sh", "-c", Script, "sh", Binaries()];
        shell.FileName = command[0];
        foreach (var argument in command[1..])
        {
            shell.ArgumentList.Add(argument);
        }

        var watcher = Process.Start(shell)!;
        folder = watcher.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("PostgreSQL did not start: is it installed, with a user postgres to run it?");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            watcher.StandardInput.Close();
            watcher.WaitForExit(TimeSpan.FromSeconds(10));
        };
        Await();
    }

    /// <summary>The one of this process, started now if it isn't running.</summary>
    public static PostgresCluster Shared => Instance.Value;

    /// <summary>Whether this machine has PostgreSQL's server programs.</summary>
    public static bool IsInstalled => FindBinaries() is not null;

    /// <summary>Makes an empty database and gives the connection string to it.</summary>
    public string CreateDatabase() => CreateDatabase("template1");

    /// <summary>Makes a database that has the store's tables already, which is quicker than to make them.</summary>
    public string CreateMigratedDatabase() => CreateDatabase(migrated.Value);

    private string CreateDatabase(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    private string Migrate()
    {
        var database = CreateDatabase();
        PostgresStore.Open(database, TimeProvider.System).DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new NpgsqlConnectionStringBuilder(database).Database!;
    }

    private static string Binaries() => FindBinaries() ?? throw new InvalidOperationException("PostgreSQL's server programs are not installed.");

    private static string? FindBinaries()
    {
        const string Debian = "/usr/lib/postgresql";
        var candidates = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(static version => Path.Combine(version, "bin"))
            : [];
        return candidates
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "claviger",
        Database = database,
        Pooling = false,
    }.ToString();

    private void Await()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (tries < 300)
            {
                Thread.Sleep(50);
            }
        }
    }
}
