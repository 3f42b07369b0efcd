using System.Buffers;
using System.Text;

namespace Claviger.Policy;

/// <summary>The characters that IAM's documents may hold: tab, line feed, carriage return, and from space to U+00FF.</summary>
internal static class CharacterCheck
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create(new string([.. "\t\n\r", .. Enumerable.Range(0x20, 0x100 - 0x20).Select(c => (char)c)]));

    public static PolicyFault? Find(string json)
    {
        var at = json.AsSpan().IndexOfAnyExcept(Allowed);
        return at < 0 ? null : new PolicyFault(ValidationText.Syntax, Encoding.UTF8.GetByteCount(json.AsSpan(0, at)), "");
    }
}
