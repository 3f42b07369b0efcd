namespace Claviger.Policy.Reference;

/// <summary>What comes of one policy value and one request value.</summary>
internal enum Comparison
{
    Different,
    Equal,

    // 6.8: one of the two can't be read.
    Malformed,
}
