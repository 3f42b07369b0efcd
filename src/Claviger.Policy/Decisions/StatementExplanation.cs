namespace Claviger.Policy;

/// <summary>What one statement had to say to a request.</summary>
/// <param name="Policy">The policy that holds it.</param>
/// <param name="Index">Its place in the policy, from 0.</param>
/// <param name="Sid">Its Sid, if it has one.</param>
/// <param name="IsDeny">Whether its effect is Deny.</param>
/// <param name="Outcome">Whether it applied, and if not, what stopped it first.</param>
/// <param name="Strength">How directly its principals name the caller; <see cref="GrantStrength.Direct"/> in kinds without principals.</param>
/// <param name="Conditions">Every condition with what it wanted and found; empty unless action, resource and principal matched.</param>
public sealed record StatementExplanation(
    PolicySource Policy,
    int Index,
    string? Sid,
    bool IsDeny,
    StatementOutcome Outcome,
    GrantStrength Strength,
    IReadOnlyList<ConditionExplanation> Conditions)
{
    /// <summary>Whether the statement applied.</summary>
    public bool Applies => Outcome == StatementOutcome.Applies;
}
