using System.Text.RegularExpressions;

namespace Claviger.Console;

/// <summary>The pieces of a JSON text that are shown in colours of their own.</summary>
internal static partial class JsonTokens
{
    /// <summary>The whole text in pieces: its kind, a class of the style or empty, and the piece.</summary>
    public static IEnumerable<(string Kind, string Text)> Of(string text)
    {
        var at = 0;
        foreach (Match match in TokenRegex().Matches(text))
        {
            if (match.Index > at)
            {
                yield return ("", text[at..match.Index]);
            }

            yield return (match.Groups["name"].Success ? "jn" : match.Groups["string"].Success ? "js" : "jl", match.Value);
            at = match.Index + match.Length;
        }

        if (at < text.Length)
        {
            yield return ("", text[at..]);
        }
    }

    [GeneratedRegex("""(?<name>"(?:[^"\\\n]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\\n]|\\.)*")|\b(?:true|false|null|-?\d+(?:\.\d+)?)\b""", RegexOptions.ExplicitCapture)]
    private static partial Regex TokenRegex();
}
