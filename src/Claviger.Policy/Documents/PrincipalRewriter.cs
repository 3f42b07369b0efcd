using System.Text;
using System.Text.Encodings.Web;

namespace Claviger.Policy;

/// <summary>Replaces principals in a policy's text and leaves every other character as it is.</summary>
public static class PrincipalRewriter
{
    /// <summary>Offers each principal value of each statement to a function and puts in what it returns.</summary>
    /// <param name="json">A policy.</param>
    /// <param name="replace">
    /// Takes the principal's type (<c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>; <c>*</c> for the bare string) and value;
    /// returns the new value, or null to keep the old one.
    /// </param>
    /// <returns>The new text; the same object if nothing was replaced or the text is no JSON.</returns>
    public static string Rewrite(string json, Func<string, string, string?> replace)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(replace);
        if (JsonText.TryRead(json, out _) is not { } root)
        {
            return json;
        }

        byte[]? utf8 = null;
        var text = new StringBuilder();
        var copied = 0;
        foreach (var (type, value) in Values(root))
        {
            if (replace(type, value.Text) is { } replacement && replacement != value.Text)
            {
                utf8 ??= Encoding.UTF8.GetBytes(json);
                text.Append(Encoding.UTF8.GetString(utf8, copied, value.Offset - copied))
                    .Append('"')
                    .Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(replacement))
                    .Append('"');
                copied = EndOfString(utf8, value.Offset);
            }
        }

        return utf8 is null ? json : text.Append(Encoding.UTF8.GetString(utf8, copied, utf8.Length - copied)).ToString();
    }

    /// <summary>The principal values of a policy's statements, in the order of the text.</summary>
    private static IEnumerable<(string Type, JsonPart Value)> Values(JsonPart root)
    {
        foreach (var list in Members(root, "Statement"))
        {
            foreach (var statement in list.AsList())
            {
                foreach (var principals in Members(statement, "Principal", "NotPrincipal"))
                {
                    if (principals.IsString)
                    {
                        yield return ("*", principals);
                    }

                    foreach (var (type, _, values) in principals.Members)
                    {
                        foreach (var value in values.AsList())
                        {
                            if (value.IsString)
                            {
                                yield return (type, value);
                            }
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<JsonPart> Members(JsonPart json, params string[] names) =>
        json.Members.Where(m => names.Contains(m.Name)).Select(m => m.Value);

    private static int EndOfString(ReadOnlySpan<byte> utf8, int start)
    {
        var end = start + 1;
        while (utf8[end] != '"')
        {
            end += utf8[end] == '\\' ? 2 : 1;
        }

        return end + 1;
    }
}
