namespace Claviger.Policy;

/// <summary>
/// Matching with wildcards. A pattern is its characters and, beside them, what each one is; so a literal asterisk needs no escape.
/// </summary>
/// <remarks>
/// The part before the first run and the part behind the last one are anchored; each part between is taken at its first occurrence, which is
/// never wrong and never taken back. No recursion, and nothing is read twice but within a vector search: the cost is near the text's length.
/// </remarks>
internal static class Glob
{
    /// <summary>An ordinary character.</summary>
    public const byte Literal = 0;

    /// <summary><c>*</c>: any run of characters, also none.</summary>
    public const byte AnyRun = 1;

    /// <summary><c>?</c>: exactly one character (a surrogate pair is one).</summary>
    public const byte AnyOne = 2;

    /// <summary>Whether the whole text fits. Empty <paramref name="units"/> mean that every character is literal.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<byte> units, ReadOnlySpan<char> text)
    {
        var run = units.IndexOf(AnyRun);
        if (run < 0)
        {
            return TryTakeHead(pattern, units, ref text) && text.IsEmpty;
        }

        var last = units.LastIndexOf(AnyRun);
        if (!TryTakeHead(pattern[..run], units[..run], ref text) || !TryTakeTail(pattern[(last + 1)..], units[(last + 1)..], ref text))
        {
            return false;
        }

        while (run < last)
        {
            var start = run + 1;
            run = start + units[start..].IndexOf(AnyRun);
            if (!TryTakeFirst(pattern[start..run], units[start..run], ref text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<byte> units) => !units.ContainsAnyExcept(Literal);

    private static bool TryTakeHead(ReadOnlySpan<char> part, ReadOnlySpan<byte> units, ref ReadOnlySpan<char> text)
    {
        var length = IsLiteral(units) ? (text.StartsWith(part) ? part.Length : -1) : LengthAtStart(part, units, text);
        if (length < 0)
        {
            return false;
        }

        text = text[length..];
        return true;
    }

    private static bool TryTakeFirst(ReadOnlySpan<char> part, ReadOnlySpan<byte> units, ref ReadOnlySpan<char> text)
    {
        if (IsLiteral(units))
        {
            return TryFind(part, units, ref text);
        }

        // A ? at an end of the part may as well stand on the other side of the run there: what is searched for has literals at its ends.
        var from = units.IndexOf(Literal);
        if (from < 0)
        {
            return TryTakeHead(part, units, ref text);
        }

        var to = units.LastIndexOf(Literal) + 1;
        return TryTakeHead(part[..from], units[..from], ref text)
            && TryFind(part[from..to], units[from..to], ref text)
            && TryTakeHead(part[to..], units[to..], ref text);
    }

    private static bool TryFind(ReadOnlySpan<char> part, ReadOnlySpan<byte> units, ref ReadOnlySpan<char> text)
    {
        int end;
        if (IsLiteral(units))
        {
            var at = text.IndexOf(part);
            end = at < 0 ? -1 : at + part.Length;
        }
        else
        {
            end = PartSearch.FindEnd(part, units, text);
        }

        if (end < 0)
        {
            return false;
        }

        text = text[end..];
        return true;
    }

    private static bool TryTakeTail(ReadOnlySpan<char> part, ReadOnlySpan<byte> units, ref ReadOnlySpan<char> text)
    {
        if (IsLiteral(units))
        {
            if (!text.EndsWith(part))
            {
                return false;
            }

            text = text[..^part.Length];
            return true;
        }

        var end = text.Length;
        for (var i = part.Length - 1; i >= 0; i--)
        {
            if (end == 0 || (units[i] == Literal && part[i] != text[end - 1]))
            {
                return false;
            }

            end -= units[i] == AnyOne && end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
        }

        text = text[..end];
        return true;
    }

    /// <summary>How much of the text's start a part without runs takes, or -1.</summary>
    private static int LengthAtStart(ReadOnlySpan<char> part, ReadOnlySpan<byte> units, ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (length == text.Length || (units[i] == Literal && part[i] != text[length]))
            {
                return -1;
            }

            length += units[i] == AnyOne && length + 1 < text.Length && char.IsSurrogatePair(text[length], text[length + 1]) ? 2 : 1;
        }

        return length;
    }
}
