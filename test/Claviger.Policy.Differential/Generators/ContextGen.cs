using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Contexts: a dozen keys, each there or not, single or a list, with a value of its own type or of another.</summary>
internal static class ContextGen
{
    private static readonly (string Key, Gen<string> Value, int Present, int List)[] s_keys =
    [
        ("aws:username", ValueGen.RequestText, 60, 8),
        ("aws:PrincipalTag/team", ValueGen.RequestText, 50, 8),
        ("aws:principaltag/TEAM", ValueGen.RequestText, 6, 20),
        ("aws:TagKeys", ValueGen.RequestText, 60, 85),
        ("s3:prefix", ValueGen.RequestText, 60, 10),
        ("k:number", ValueGen.RequestNumber, 70, 25),
        ("k:date", ValueGen.RequestDate, 70, 20),
        ("k:bool", ValueGen.RequestBool, 70, 20),
        ("k:binary", ValueGen.RequestBinary, 70, 20),
        ("k:address", ValueGen.RequestAddress, 70, 20),
        ("k:arn", ValueGen.RequestArn, 70, 20),
    ];

    public static Gen<string> Context { get; } = Gen.Select(Members(0, 4), Members(4, 8), Members(8, 11), (a, b, c) => Pick.Object([.. a, .. b, .. c]));

    private static Gen<string[]> Members(int from, int to)
    {
        var members = s_keys[from..to].Select(key => Pick.Optional(key.Present, Member(key.Key, key.Value, key.List))).ToArray();
        return members.Length == 4
            ? Gen.Select(members[0], members[1], members[2], members[3], (a, b, c, d) => new[] { a, b, c, d })
            : Gen.Select(members[0], members[1], members[2], (a, b, c) => new[] { a, b, c });
    }

    private static Gen<string> Member(string key, Gen<string> own, int list)
    {
        var value = Pick.Mostly(93, own, ValueGen.RequestAny);
        return Pick.Mostly(list, Pick.Array(value, 0, 3), value).Select(text => $"{Pick.Quote(key)}:{text}");
    }
}
