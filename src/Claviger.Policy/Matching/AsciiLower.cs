using System.Buffers;
using System.Text;

namespace Claviger.Policy;

/// <summary>Lower case for ASCII letters only: no other character may come to equal one of them.</summary>
internal static class AsciiLower
{
    public static string Of(string text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                return string.Create(text.Length, text, (span, source) => Write(source, span));
            }
        }

        return text;
    }

    /// <summary>Writes the text in lower case; <paramref name="destination"/> has at least its length.</summary>
    public static void Write(ReadOnlySpan<char> text, Span<char> destination)
    {
        if (Ascii.ToLower(text, destination, out _) == OperationStatus.Done)
        {
            return;
        }

        for (var i = 0; i < text.Length; i++)
        {
            destination[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
        }
    }
}
