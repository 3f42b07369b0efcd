namespace Claviger.Policy;

/// <summary>How a decision came out. The default is a denial.</summary>
public enum Verdict
{
    /// <summary>Nothing that was needed allowed it.</summary>
    ImplicitlyDenied,

    /// <summary>A Deny statement applied.</summary>
    ExplicitlyDenied,

    /// <summary>Everything that was needed allowed it and nothing denied it.</summary>
    Allowed,
}
