namespace Claviger.Catalogue;

/// <summary>Checks on conditions about multi-factor authentication, whose key long-term access keys don't have.</summary>
internal static class MfaChecks
{
    private const string Present = "aws:MultiFactorAuthPresent";

    private static readonly FindingCheck DenyMissesLongTermKeys = FindingCheck.Security("MFA_DENY_WITHOUT_IF_EXISTS",
        "A Deny asks by Bool whether MFA is absent; requests signed with long-term access keys don't have the key, and are not denied.",
        "Use BoolIfExists.");

    private static readonly FindingCheck AllowsLongTermKeys = FindingCheck.Security("MFA_ALLOW_WITH_IF_EXISTS",
        "An Allow asks by BoolIfExists whether MFA is present; requests signed with long-term access keys don't have the key, and are allowed.",
        "Use Bool.");

    public static CheckFamily Family { get; } = new("Multi-factor authentication", [DenyMissesLongTermKeys, AllowsLongTermKeys], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            foreach (var condition in statement.ConditionsOn(Present).Where(c => c.Operator is { Type: ConditionKeyType.Bool }))
            {
                var isPresent = condition.Values.Any(v => v.Text.Equals("true", StringComparison.OrdinalIgnoreCase));
                if (statement.IsDeny && !isPresent && !condition.Operator!.IsIfExists)
                {
                    run.Report(DenyMissesLongTermKeys, condition.OperatorMember, "This doesn't deny requests signed with long-term access keys.");
                }
                else if (statement.IsAllow && isPresent && condition.Operator!.IsIfExists)
                {
                    run.Report(AllowsLongTermKeys, condition.OperatorMember, "This also allows requests signed with long-term access keys, without MFA.");
                }
            }
        }
    }
}
