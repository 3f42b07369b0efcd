namespace Claviger.Store;

/// <summary>The database gave way to another transaction; the same may go through when it is run again.</summary>
internal sealed class StoreRetryException(string message, Exception? cause = null) : StoreException(message, cause);
