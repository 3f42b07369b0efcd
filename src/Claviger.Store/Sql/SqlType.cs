namespace Claviger.Store;

/// <summary>The types of columns.</summary>
internal enum SqlType
{
    /// <summary>64 bits; also truth (0, 1), times (milliseconds of Unix time) and account numbers.</summary>
    Integer,

    /// <summary>Unicode text, ordered by the bytes of its UTF-8.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,
}
