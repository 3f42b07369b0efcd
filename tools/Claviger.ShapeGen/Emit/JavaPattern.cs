using System.Globalization;
using System.Text;

namespace Claviger.ShapeGen;

/// <summary>A regular expression of a model, which AWS runs with Java's engine over the whole value.</summary>
internal static class JavaPattern
{
    private const string Categories = @"\p{L}\p{Z}\p{N}";

    /// <summary>Reads a pattern that is nothing but a repeated class of characters, <c>[\w+=,.@-]+</c>.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="construction">The expression that makes its <c>CharacterSet</c>.</param>
    public static bool TryParseCharacters(string pattern, out string construction)
    {
        construction = "";
        string bare = Unanchored(pattern);
        bool mayBeEmpty = bare.EndsWith("]*", StringComparison.Ordinal);
        bool isRepeated = mayBeEmpty || bare.EndsWith("]+", StringComparison.Ordinal);
        bool isOneClass = bare.StartsWith('[') && bare[1] != '^' && bare.IndexOf(']') == bare.Length - 2;
        if (!isRepeated || !isOneClass)
        {
            return false;
        }

        string inside = bare[1..^2];
        bool hasCategories = inside.StartsWith(Categories, StringComparison.Ordinal);
        string ranges = Ranges(hasCategories ? inside[Categories.Length..] : inside);
        string empty = mayBeEmpty ? "true" : "false";
        string categories = hasCategories ? ", lettersSeparatorsNumbers: true" : "";
        construction = $"new(\"{ranges}\", mayBeEmpty: {empty}{categories})";
        return true;
    }

    /// <summary>The same expression for .NET, where <c>\w</c> and <c>\d</c> would take more than ASCII, anchored at both ends.</summary>
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder(@"\A(?:");
        bool isInClass = false;
        string bare = Unanchored(pattern);
        for (int i = 0; i < bare.Length; i++)
        {
            isInClass = bare[i] == '[' || (isInClass && bare[i] != ']');
            if (bare[i] != '\\')
            {
                result.Append(bare[i]);
                continue;
            }

            i++;
            result.Append((bare[i], isInClass) switch
            {
                ('w', true) => "a-zA-Z0-9_",
                ('w', false) => "[a-zA-Z0-9_]",
                ('d', true) => "0-9",
                ('d', false) => "[0-9]",
                ('/', _) => "/",
                _ => $"\\{bare[i]}",
            });
        }

        return result.Append(@")\z").ToString();
    }

    private static string Unanchored(string pattern) => pattern.TrimStart('^').TrimEnd('$');

    // First and last character of each range as the text of a string literal. Java reads \u10000 as U+1000 and a zero, and so do we.
    private static string Ranges(string inside)
    {
        var ranges = new StringBuilder();
        for (int i = 0; i < inside.Length;)
        {
            if (inside[i] == '\\' && inside[i + 1] is 'w' or 'd')
            {
                ranges.Append(inside[i + 1] == 'w' ? "azAZ09__" : "09");
                i += 2;
                continue;
            }

            char first = Character(inside, ref i);
            char last = first;
            if (i + 1 < inside.Length && inside[i] == '-')
            {
                i++;
                last = Character(inside, ref i);
            }

            Append(ranges, first);
            Append(ranges, last);
        }

        return ranges.ToString();
    }

    private static char Character(string inside, ref int at)
    {
        if (inside[at] != '\\')
        {
            return inside[at++];
        }

        if (inside[at + 1] == 'u')
        {
            at += 6;
            return (char)int.Parse(inside.AsSpan(at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        if (char.IsAsciiLetterOrDigit(inside[at + 1]))
        {
            throw new NotSupportedException($"\\{inside[at + 1]} in the class of characters [{inside}]");
        }

        at += 2;
        return inside[at - 1];
    }

    private static void Append(StringBuilder literal, char c)
    {
        if (c is < ' ' or > '~' or '"' or '\\')
        {
            literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }
        else
        {
            literal.Append(c);
        }
    }
}
