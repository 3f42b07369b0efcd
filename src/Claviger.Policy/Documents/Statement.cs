namespace Claviger.Policy;

/// <summary>One statement of a document, compiled, and not yet read as part of any kind of policy.</summary>
/// <param name="Index">Its place in the document.</param>
/// <param name="Sid">Its Sid, if any.</param>
/// <param name="Effect">What it does.</param>
/// <param name="IsUnderstood">Whether all of it was understood. If not it never allows.</param>
/// <param name="Actions">Null if it has neither Action nor NotAction: it never applies.</param>
/// <param name="Resources">Null if it has neither Resource nor NotResource.</param>
/// <param name="Principals">Null if it has neither Principal nor NotPrincipal.</param>
/// <param name="Conditions">All must hold.</param>
internal sealed record Statement(
    int Index,
    string? Sid,
    StatementEffect Effect,
    bool IsUnderstood,
    ActionElement? Actions,
    ResourceElement? Resources,
    PrincipalElement? Principals,
    Condition[] Conditions)
{
    /// <summary>A Deny of everything: what a text that is no policy comes to where policies limit.</summary>
    public static Statement DenyAll { get; } = new(
        0, null, StatementEffect.Deny, IsUnderstood: false, ActionElement.Everything, ResourceElement.Everything, PrincipalElement.Everybody, []);
}
