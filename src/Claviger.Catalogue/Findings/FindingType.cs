namespace Claviger.Catalogue;

/// <summary>How much a finding matters, in rising order.</summary>
public enum FindingType
{
    /// <summary>The policy could say the same more clearly; access is not affected.</summary>
    Suggestion,

    /// <summary>The policy probably doesn't do what its author meant.</summary>
    Warning,

    /// <summary>The policy allows more than a careful author would.</summary>
    SecurityWarning,

    /// <summary>A part of the policy doesn't work, or IAM refuses to save it.</summary>
    Error,
}
