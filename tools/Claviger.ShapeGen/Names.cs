namespace Claviger.ShapeGen;

/// <summary>How names of the model become names of the code.</summary>
internal static class Names
{
    public static string Upper(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    // AWS: only the first letter changes: SAMLProviderArn is sAMLProviderArn in errors and events.
    public static string Lower(string name) => string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));

    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    /// <summary>Text in a documentation comment.</summary>
    public static string Xml(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
