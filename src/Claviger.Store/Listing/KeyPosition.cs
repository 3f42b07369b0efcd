namespace Claviger.Store;

/// <summary>Where a listing goes on.</summary>
/// <param name="From">At the first key from these bytes on; null if after an item.</param>
/// <param name="After">After an item; null if at a key.</param>
internal readonly record struct KeyPosition<T>(byte[]? From, T? After)
    where T : class;
