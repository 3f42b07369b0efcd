namespace Claviger.EndToEnd;

/// <summary>What a test shows of an operation.</summary>
[Flags]
public enum Aspect
{
    /// <summary>Nothing: no test may claim it.</summary>
    None = 0,

    /// <summary>It does what AWS does, over the wire.</summary>
    Works = 1,

    /// <summary>It refuses what AWS refuses, with AWS's error.</summary>
    Refuses = 2,

    /// <summary>It is denied to a caller whose policies don't allow it.</summary>
    Denies = 4,
}
