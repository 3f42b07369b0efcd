namespace Claviger.Policy;

/// <summary>The form of principals. Whether they exist is for the server to look up.</summary>
internal static class PrincipalCheck
{
    public static PolicyFault? FindMalformed(StatementNode statement, string element)
    {
        if (statement.Find(element) is not { IsObject: true } principals)
        {
            return null;
        }

        foreach (var (type, _, values) in principals.Members)
        {
            foreach (var value in values.AsList())
            {
                if (!IsWellFormed(type, value.Text))
                {
                    // AWS: the type stands in capitals.
                    return new PolicyFault(
                        ValidationText.Principal(type.ToUpperInvariant(), value.Text), value.Offset, $"{statement.Path}.{element}.{type}");
                }
            }
        }

        return null;
    }

    private static bool IsWellFormed(string type, string value) => type switch
    {
        "AWS" => PrincipalPattern.IsWellFormed(value),
        "Service" => value.Contains('.', StringComparison.Ordinal) && IsHost(value),
        "Federated" => IsHost(value),
        _ => value.Length > 0 && !value.AsSpan().ContainsAnyExcept(AsciiSets.LettersAndDigits),
    };

    private static bool IsHost(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExcept(AsciiSets.Host);
}
