namespace Claviger.Policy;

/// <summary>A statement's Action or NotAction.</summary>
internal sealed class ActionElement(bool negated, ActionPattern[] patterns)
{
    /// <summary>Stands for an element that was not understood, in a Deny.</summary>
    public static readonly ActionElement Everything = new(negated: true, []);

    /// <summary>Whether it is NotAction.</summary>
    public bool Negated { get; } = negated;

    public ActionPattern[] Patterns { get; } = patterns;

    /// <summary>Whether it covers an action, given in lower case.</summary>
    public bool IsMatch(ReadOnlySpan<char> lowerAction)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.IsMatch(lowerAction))
            {
                return !Negated;
            }
        }

        return Negated;
    }
}
