using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Texts that are no policies, or not quite: random characters, and policies cut, doubled and mixed up.</summary>
internal static class Mutation
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-", "1e999", "00", "{}", "[]", "[[]]", "\"\"", "*", "?", "${", "}", "${*}", ", '", "'",
        "\"Statement\":", "\"Action\":", "\"NotAction\":\"*\",", "\"Resource\":[],", "\"Effect\":\"Deny\",", "\"Effect\":\"allow\",", "\"Condition\":{", "\"Sid\":\"\",",
        "\"Principal\":", "\"NotPrincipal\":", "\"Version\":\"2012-10-17\",", "\"Version\":\"2020-01-01\",", "ForAllValues:", "ForAnyValue:ForAnyValue:", "IfExists",
        "IfExistsIfExists", "NullIfExists", "\ufeff", "\u0000", "\u00e9", "\ud83d\ude00", "\ud83d", "\r\n", "//", "/*", ":::::::", "arn:", "aws:", "/33", "::", "ffff", "999999999999",
        "\"StringFoo\":{\"a\":\"b\"},", "\"Foo\":1,", "\"AWS\":", "\"Foo\":\"*\",",
    ];

    private static readonly Gen<string> s_policy = Gen.OneOf<string>(
        PolicyGen.Plain, PolicyGen.Resource, PolicyGen.Trust, PolicyGen.Endpoint, PolicyGen.Rcp);

    private static readonly Gen<(int At, int Length, int How, string Piece)> s_change =
        Gen.Select(Gen.Int[0, 4095], Gen.Int[0, 24], Gen.Int[0, 4], Gen.OneOf<string>(s_pieces));

    public static Gen<string> Characters { get; } = Gen.Char.Array[0, 200].Select(characters => new string(characters));

    public static Gen<string> Tokens { get; } = Gen.OneOf<string>(s_pieces).Array[0, 60].Select(string.Concat);

    public static Gen<string> Mutated { get; } = Gen.Select(s_policy, s_change.Array[1, 4], (policy, changes) => changes.Aggregate(policy, Change));

    private static string Change(string text, (int At, int Length, int How, string Piece) change)
    {
        var from = change.At % (text.Length + 1);
        var to = Math.Min(text.Length, from + change.Length);
        return change.How switch
        {
            0 => text[..from] + text[to..],
            1 => text[..from] + change.Piece + text[from..],
            2 => text[..from] + change.Piece + text[to..],
            3 => text[..to] + text[from..],
            _ => text[..from] + new string(text[from..to].Reverse().ToArray()) + text[to..],
        };
    }
}
