namespace Claviger.Policy;

/// <summary>A policy, parsed. Immutable and safe to share between threads.</summary>
public sealed class PolicyDocument
{
    private PolicyDocument(string text) => Text = text;

    /// <summary>The text as it was given, byte for byte.</summary>
    public string Text { get; }

    /// <summary>Reads a stored policy for evaluation.</summary>
    /// <remarks>
    /// Never throws for content. A statement that holds something not understood never allows; if it is a Deny, it denies wherever the parts
    /// that are understood apply. A text that is no policy at all allows nothing and, as a boundary, session, service control, resource
    /// control or endpoint policy, denies.
    /// </remarks>
    public static PolicyDocument Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(json);
    }

    /// <summary>An equivalent policy as compact JSON.</summary>
    public string ToJson() => Text;
}
