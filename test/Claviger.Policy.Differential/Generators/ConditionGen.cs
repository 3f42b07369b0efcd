using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Condition blocks: every operator with every prefix and suffix, mostly on a key of its type (section 5).</summary>
internal static class ConditionGen
{
    private static readonly Gen<string> s_anyKey = Gen.OneOf<string>(
        "aws:username", "AWS:UserName", "aws:PrincipalTag/team", "aws:principaltag/TEAM", "aws:TagKeys", "s3:prefix", "k:number", "k:date", "k:bool",
        "k:binary", "k:address", "k:arn", "k:gone");

    private static readonly Gen<string> s_textKey = Gen.OneOf<string>(
        "aws:username", "aws:username", "AWS:UserName", "aws:PrincipalTag/team", "aws:principaltag/TEAM", "aws:TagKeys", "aws:tagkeys", "s3:prefix", "k:gone");

    private static readonly Gen<string> s_one = Gen.Frequency(
        (9, One(s_textKey, ValueGen.PolicyText, "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike")),
        (4, One(Gen.Const("k:number"), ValueGen.PolicyNumber,
            "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals")),
        (4, One(Gen.Const("k:date"), ValueGen.PolicyDate,
            "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals")),
        (2, One(Gen.Const("k:bool"), ValueGen.PolicyBool, "Bool")),
        (2, One(Gen.Const("k:binary"), ValueGen.PolicyBinary, "BinaryEquals")),
        (3, One(Gen.Const("k:address"), ValueGen.PolicyAddress, "IpAddress", "NotIpAddress")),
        (4, One(Gen.Const("k:arn"), ValueGen.PolicyArn, "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike")),
        (2, One(s_anyKey, Gen.OneOf<string>(Pick.Text("true", "false", "TRUE", "False", "x", ""), Gen.OneOf<string>("true", "false")), "Null")),
        (1, One(s_textKey, ValueGen.PolicyText, "StringMatches", "NullIfExists", "BoolNotEquals", "String")));

    // Two operators of one name can't stand in one block; the second spells it in another way.
    public static Gen<string> Block { get; } = Gen.Frequency(
        (8, s_one.Select(one => $"{{{one}}}")),
        (3, Gen.Select(s_one, s_one, (one, two) => one[..one.IndexOf(':', 1)] == two[..two.IndexOf(':', 1)] ? $"{{{one}}}" : $"{{{one},{two}}}")),
        (1, Gen.Const("{}")));

    private static Gen<string> One(Gen<string> key, Gen<string> value, params string[] operators)
    {
        var name = Gen.Select(
            Gen.Frequency((8, Gen.Const("")), (2, Gen.Const("ForAllValues:")), (2, Gen.Const("ForAnyValue:"))),
            Gen.OneOf<string>(operators),
            Gen.Frequency((8, Gen.Const("")), (2, Gen.Const("IfExists"))),
            (set, op, suffix) => op == "Null" ? set + op : set + op + suffix);
        var spelled = Gen.Select(name, Gen.Int[0, 30], (text, how) => how switch
        {
            0 => text.ToLowerInvariant(),
            1 => text.ToUpperInvariant(),
            _ => text,
        });
        var values = Gen.Frequency(
            (10, Pick.Mostly(93, value, ValueGen.PolicyAny)),
            (8, Pick.Array(value, 1, 3)),
            (1, Gen.Const("[]")));
        var member = Gen.Select(Pick.Mostly(90, key, s_anyKey), values, (k, v) => $"{Pick.Quote(k)}:{v}");
        var members = Gen.Frequency(
            (12, member),
            (2, Gen.Select(member, member, (a, b) => a[..a.IndexOf("\":", StringComparison.Ordinal)] == b[..b.IndexOf("\":", StringComparison.Ordinal)] ? a : $"{a},{b}")));
        return Gen.Select(spelled, members, (op, text) => $"{Pick.Quote(op)}:{{{text}}}");
    }
}
