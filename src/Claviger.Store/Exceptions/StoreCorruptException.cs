namespace Claviger.Store;

/// <summary>What is in the database is not what this program wrote there: torn, foreign, or of a newer version.</summary>
public sealed class StoreCorruptException(string message, Exception? cause = null) : StoreException(message, cause);
