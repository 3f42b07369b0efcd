using System.Numerics;

namespace Claviger.Policy;

/// <summary>Policy kinds as flags, and the one that a denial names.</summary>
internal static class PolicyKindOrder
{
    // AWS documents no order; this is the one of 12.4.
    private static ReadOnlySpan<PolicyKind> Implicit =>
    [
        PolicyKind.ServiceControl, PolicyKind.ResourceControl, PolicyKind.Endpoint, PolicyKind.Identity,
        PolicyKind.Boundary, PolicyKind.Session, PolicyKind.Resource, PolicyKind.Trust,
    ];

    public static PolicyKinds AsFlag(this PolicyKind kind) => (PolicyKinds)(1 << (int)kind);

    /// <summary>The kind that the text of an implicit denial names; null for none.</summary>
    public static PolicyKind? FirstForImplicitDenial(this PolicyKinds kinds)
    {
        if (BitOperations.IsPow2((int)kinds))
        {
            return (PolicyKind)BitOperations.TrailingZeroCount((int)kinds);
        }

        foreach (var kind in Implicit)
        {
            if ((kinds & kind.AsFlag()) != 0)
            {
                return kind;
            }
        }

        return null;
    }
}
