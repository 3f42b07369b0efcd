namespace Claviger.Store;

/// <summary>A write to an account that does not exist.</summary>
public sealed class AccountNotFoundException(string message, Exception? cause = null) : StoreException(message, cause);
