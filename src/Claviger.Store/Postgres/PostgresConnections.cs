using Npgsql;

namespace Claviger.Store;

/// <summary>Opens connections to one database.</summary>
internal sealed class PostgresConnections
{
    private readonly string text;

    public PostgresConnections(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Sessions are kept here, with their prepared commands; a pool below would only reset them.
            Pooling = false,
            Enlist = false,
            ApplicationName = "claviger",
            IncludeErrorDetail = false,
        };
        text = settings.ToString();
    }

    /// <summary>Name of this process among those that share the database: its notifications carry it.</summary>
    public string Node { get; } = UniqueId.New("NODE");

    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch (NpgsqlException e)
        {
            connection.Dispose();
            throw PostgresSession.Meaning(e);
        }
    }

    public Session OpenSession() => new PostgresSession(Open(), Node);

    /// <summary>Brings the database to this program's schema.</summary>
    /// <exception cref="StoreCorruptException">It is of a newer version of the program, or not in UTF-8.</exception>
    public void Migrate()
    {
        using var connection = Open();
        using var encoding = new NpgsqlCommand("SHOW server_encoding", connection);
        if (encoding.ExecuteScalar() is not "UTF8")
        {
            throw new StoreCorruptException("The database's encoding must be UTF8, so that text is ordered as everywhere else.");
        }

        Migrator.Postgres(connection, text);
    }
}
