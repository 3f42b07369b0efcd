namespace Claviger.Policy;

/// <summary>Statement ids: letters and digits in IAM's policies, and each only once; empty ones are not counted.</summary>
internal static class SidCheck
{
    public static PolicyFault? FindDuplicate(PolicyTree policy, string message)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return policy.FirstInStatements(statement =>
            statement.Find("Sid") is { Text: { Length: > 0 } sid } && !seen.Add(sid) ? statement.Fault(message, "Sid") : null);
    }

    public static PolicyFault? FindCharacter(PolicyTree policy) => policy.FirstInStatements(statement =>
        statement.Find("Sid") is { } sid && sid.Text.AsSpan().ContainsAnyExcept(AsciiSets.LettersAndDigits)
            ? statement.Fault(ValidationText.SidCharacters, "Sid")
            : null);
}
