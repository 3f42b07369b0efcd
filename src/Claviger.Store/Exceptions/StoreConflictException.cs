namespace Claviger.Store;

/// <summary>A row that breaks a rule of the tables: a name or id taken already, or an entity that others still refer to.</summary>
public sealed class StoreConflictException(string message, Exception? cause = null) : StoreException(message, cause);
