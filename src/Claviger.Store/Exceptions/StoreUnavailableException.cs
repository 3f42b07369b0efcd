namespace Claviger.Store;

/// <summary>The database can't be reached, or can't read or write its files. What was asked has not been done.</summary>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : StoreException(message, cause)
{
    /// <summary>Whether the database's disk failed or is full, rather than the way to it.</summary>
    public bool IsOfDisk { get; init; }
}
