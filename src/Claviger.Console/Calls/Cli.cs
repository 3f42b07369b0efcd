namespace Claviger.Console;

/// <summary>Calls as people type them for <c>aws</c>.</summary>
internal static class Cli
{
    private const string Plain = "-_./:=@,+%";

    /// <summary>A command, each of its words quoted as a shell wants it.</summary>
    public static string Command(string service, string operation, params ReadOnlySpan<string?> words)
    {
        var text = $"aws {service} {operation}";
        foreach (var word in words)
        {
            text += $" {Quote(word ?? "")}";
        }

        return text;
    }

    private static string Quote(string word) =>
        word.Length > 0 && word.All(static character => char.IsAsciiLetterOrDigit(character) || Plain.Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
