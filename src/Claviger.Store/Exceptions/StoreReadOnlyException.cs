namespace Claviger.Store;

/// <summary>A write to a store that takes none until it is restarted, because an earlier one failed on its way to the disk.</summary>
public sealed class StoreReadOnlyException(string message, Exception? cause = null) : StoreException(message, cause);
