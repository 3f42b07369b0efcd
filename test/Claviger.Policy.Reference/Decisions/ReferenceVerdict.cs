namespace Claviger.Policy.Reference;

/// <summary>One of the three outcomes of a decision, spelled as in a case's <c>expected</c> (section 15).</summary>
public enum ReferenceVerdict
{
    /// <summary>Nothing allows it, or something that limits is silent.</summary>
    ImplicitlyDenied,

    /// <summary>A Deny statement applies.</summary>
    ExplicitlyDenied,

    /// <summary>It may be done.</summary>
    Allowed,
}
