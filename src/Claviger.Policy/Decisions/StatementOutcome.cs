namespace Claviger.Policy;

/// <summary>Whether a statement applied, and if not, which part stopped it.</summary>
public enum StatementOutcome
{
    /// <summary>All parts matched.</summary>
    Applies,

    /// <summary>Its actions do not cover the request's.</summary>
    ActionDiffers,

    /// <summary>Its resources do not cover the request's.</summary>
    ResourceDiffers,

    /// <summary>Its principals do not cover the caller.</summary>
    PrincipalDiffers,

    /// <summary>At least one condition does not hold.</summary>
    ConditionFails,

    /// <summary>It can never apply in this kind of policy: it holds something not understood, or lacks what the kind requires.</summary>
    CannotApply,
}
