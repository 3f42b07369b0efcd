using Npgsql;

namespace Claviger.Store.Conformance;

/// <summary>A PostgreSQL store in a database of its own.</summary>
public sealed class PostgresUnderTest : StoreUnderTest
{
    /// <summary>The connection string of the database.</summary>
    public string ConnectionString { get; } = PostgresCluster.Shared.CreateMigratedDatabase();

    /// <inheritdoc/>
    public override void BreakCommits() => Execute(
        """
        CREATE TABLE parents (id INTEGER PRIMARY KEY);
        CREATE TABLE orphans (id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE FUNCTION break_commits() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO orphans VALUES (1); RETURN NULL; END';
        CREATE TRIGGER break_commits AFTER INSERT ON changes FOR EACH STATEMENT EXECUTE FUNCTION break_commits();
        """);

    /// <inheritdoc/>
    public override void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    protected override IStore OpenNew() => PostgresStore.Open(ConnectionString, Time);

    /// <inheritdoc/>
    protected override ValueTask CleanUpAsync() => default;
}
