namespace Claviger.Ec2;

/// <summary>The patterns of filter values: <c>*</c> for any text, <c>?</c> for one character, a backslash before either to mean itself.</summary>
internal static class Wildcards
{
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t) = (0, 0);
        var (star, resume) = (-1, 0);
        while (t < text.Length)
        {
            var width = p < pattern.Length && pattern[p] == '\\' && p + 1 < pattern.Length ? 2 : 1;
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (width == 2 ? pattern[p + 1] == text[t] : pattern[p] == '?' || pattern[p] == text[t]))
            {
                p += width;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
