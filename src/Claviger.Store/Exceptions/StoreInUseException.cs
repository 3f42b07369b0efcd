namespace Claviger.Store;

/// <summary>The data folder belongs to another running process.</summary>
public sealed class StoreInUseException(string message, Exception? cause = null) : StoreException(message, cause);
