namespace Claviger.Policy;

/// <summary>What came of comparing one value of the request with the values of the policy.</summary>
internal enum Comparison
{
    /// <summary>It equals, or fits, none of them.</summary>
    Differs,

    /// <summary>It equals, or fits, at least one.</summary>
    Matches,

    /// <summary>It matches none, and it or one of them can't be read as the operator needs it.</summary>
    Malformed,
}
