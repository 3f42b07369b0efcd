namespace Claviger.Store;

/// <summary>More writes are waiting than the store takes on. Trying again later may succeed.</summary>
public sealed class StoreBusyException(string message, Exception? cause = null) : StoreException(message, cause);
