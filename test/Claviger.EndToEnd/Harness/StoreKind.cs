namespace Claviger.EndToEnd;

/// <summary>Where the server under test keeps its state.</summary>
public enum StoreKind
{
    /// <summary>In memory, by <c>--ephemeral</c>.</summary>
    Memory,

    /// <summary>In a SQLite file of its own data folder.</summary>
    Sqlite,

    /// <summary>In a PostgreSQL database of its own.</summary>
    Postgresql,
}
