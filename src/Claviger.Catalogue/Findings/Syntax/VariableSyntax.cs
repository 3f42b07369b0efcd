namespace Claviger.Catalogue;

/// <summary>A <c>${…}</c> in a string.</summary>
/// <param name="Content">What stands between the braces, or after the opening one if it is not closed.</param>
/// <param name="IsClosed">Whether there is a closing brace.</param>
internal sealed record VariableSyntax(string Content, bool IsClosed)
{
    private const string Start = "${";

    /// <summary>Whether it stands for a character that is special itself: <c>${*}</c>, <c>${?}</c>, <c>${$}</c>.</summary>
    public bool IsEscape => IsClosed && Content is "*" or "?" or "$";

    /// <summary>The name of the key, without the default.</summary>
    public string Name => Content.Split(',')[0].Trim();

    /// <summary>The text after the comma, untrimmed; null if there is none.</summary>
    public string? Default => Content.Split(',', 2) is [_, var value] ? value : null;

    public static IEnumerable<VariableSyntax> FindAll(string text)
    {
        for (var start = text.IndexOf(Start, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Start, start, StringComparison.Ordinal))
        {
            start += Start.Length;
            var end = text.IndexOf('}', start);
            yield return new VariableSyntax(end < 0 ? text[start..] : text[start..end], end >= 0);
            if (end < 0)
            {
                yield break;
            }
        }
    }
}
