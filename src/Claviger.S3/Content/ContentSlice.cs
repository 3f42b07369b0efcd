using Claviger.Store;

namespace Claviger.S3;

/// <summary>Some of the bytes of a content.</summary>
/// <param name="Content">Whose.</param>
/// <param name="Offset">The first.</param>
/// <param name="Length">How many.</param>
internal readonly record struct ContentSlice(ContentId Content, long Offset, long Length);
