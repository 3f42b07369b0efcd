using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>What one statement had to say to a call that was denied.</summary>
/// <param name="Policy">The place of its policy among those of the denial.</param>
/// <param name="Index">Its place in the policy, from 0.</param>
/// <param name="Sid">Its Sid, if it has one.</param>
/// <param name="IsDeny">Whether its effect is Deny.</param>
/// <param name="Outcome">Whether it applied, and if not, what stopped it.</param>
/// <param name="Conditions">What its conditions wanted and found; none unless all else matched.</param>
public sealed record DenialStatement(
    int Policy, int Index, string? Sid, bool IsDeny, StatementOutcome Outcome, IReadOnlyList<DenialCondition> Conditions);
