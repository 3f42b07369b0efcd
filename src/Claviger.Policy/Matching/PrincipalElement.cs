namespace Claviger.Policy;

/// <summary>A statement's Principal or NotPrincipal.</summary>
internal sealed class PrincipalElement(bool negated, PrincipalPattern[] patterns)
{
    /// <summary>Stands for an element that was not understood, or is missing, in a Deny.</summary>
    public static readonly PrincipalElement Everybody = new(negated: true, []);

    /// <summary>Whether it is NotPrincipal.</summary>
    public bool Negated { get; } = negated;

    public PrincipalPattern[] Patterns { get; } = patterns;

    /// <summary>How directly the element names the caller of a request, as part of a Deny or an Allow.</summary>
    public GrantStrength Match(in RequestView request, bool isDeny)
    {
        var strongest = GrantStrength.None;
        foreach (var pattern in Patterns)
        {
            var strength = pattern.Match(request.Principal);
            strongest = strength > strongest ? strength : strongest;
        }

        if (!Negated)
        {
            return strongest;
        }

        // AWS: a Deny with NotPrincipal hits every user or role that has a boundary, also those it names.
        var spared = strongest != GrantStrength.None && !(isDeny && request.HasBoundary);
        return spared ? GrantStrength.None : PrincipalPattern.OfEverybody(request.Principal);
    }
}
