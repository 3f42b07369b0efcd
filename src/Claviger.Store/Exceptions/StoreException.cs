namespace Claviger.Store;

/// <summary>The store could not do what was asked of it.</summary>
public class StoreException(string message, Exception? cause = null) : Exception(message, cause);
