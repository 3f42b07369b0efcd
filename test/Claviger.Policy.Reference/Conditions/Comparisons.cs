using System.Numerics;

namespace Claviger.Policy.Reference;

/// <summary>The table of section 6: every operator, and how it compares.</summary>
internal static class Comparisons
{
    private static readonly Func<string, bool> s_isNumber = value => NumberText.Read(value) is not null;
    private static readonly Func<string, bool> s_isDate = value => DateText.Read(value) is not null;
    private static readonly Func<string, bool> s_isAddress = AddressText.IsAddress;
    private static readonly Func<string, bool> s_isArn = ArnText.IsArn;

    public static IReadOnlyList<PlainOperator> All { get; } =
    [
        // 6.1
        new("stringequals", false, true, PlainOperator.AnyText, (p, r) => Is(Text(p) == r)),
        new("stringnotequals", true, true, PlainOperator.AnyText, (p, r) => Is(Text(p) == r)),
        new("stringequalsignorecase", false, true, PlainOperator.AnyText, (p, r) => Is(Text(p).Equals(r, StringComparison.OrdinalIgnoreCase))),
        new("stringnotequalsignorecase", true, true, PlainOperator.AnyText, (p, r) => Is(Text(p).Equals(r, StringComparison.OrdinalIgnoreCase))),
        new("stringlike", false, true, PlainOperator.AnyText, (p, r) => Is(Glob.Matches(p, r))),
        new("stringnotlike", true, true, PlainOperator.AnyText, (p, r) => Is(Glob.Matches(p, r))),

        // 6.2
        new("numericequals", false, false, s_isNumber, (p, r) => Order(NumberText.Read, p, r, c => c == 0)),
        new("numericnotequals", true, false, s_isNumber, (p, r) => Order(NumberText.Read, p, r, c => c == 0)),
        new("numericlessthan", false, false, s_isNumber, (p, r) => Order(NumberText.Read, p, r, c => c < 0)),
        new("numericlessthanequals", false, false, s_isNumber, (p, r) => Order(NumberText.Read, p, r, c => c <= 0)),
        new("numericgreaterthan", false, false, s_isNumber, (p, r) => Order(NumberText.Read, p, r, c => c > 0)),
        new("numericgreaterthanequals", false, false, s_isNumber, (p, r) => Order(NumberText.Read, p, r, c => c >= 0)),

        // 6.3
        new("dateequals", false, false, s_isDate, (p, r) => Order(DateText.Read, p, r, c => c == 0)),
        new("datenotequals", true, false, s_isDate, (p, r) => Order(DateText.Read, p, r, c => c == 0)),
        new("datelessthan", false, false, s_isDate, (p, r) => Order(DateText.Read, p, r, c => c < 0)),
        new("datelessthanequals", false, false, s_isDate, (p, r) => Order(DateText.Read, p, r, c => c <= 0)),
        new("dategreaterthan", false, false, s_isDate, (p, r) => Order(DateText.Read, p, r, c => c > 0)),
        new("dategreaterthanequals", false, false, s_isDate, (p, r) => Order(DateText.Read, p, r, c => c >= 0)),

        // 6.4
        new("bool", false, true, PlainOperator.AnyText, (p, r) => Bool(Text(p), r)),

        // 6.5
        new("binaryequals", false, false, PlainOperator.AnyText, (p, r) => Binary(Text(p), r)),

        // 6.6
        new("ipaddress", false, false, s_isAddress, (p, r) => AddressText.Compare(Text(p), r)),
        new("notipaddress", true, false, s_isAddress, (p, r) => AddressText.Compare(Text(p), r)),

        // 6.7
        new("arnequals", false, true, s_isArn, ArnText.Compare),
        new("arnlike", false, true, s_isArn, ArnText.Compare),
        new("arnnotequals", true, true, s_isArn, ArnText.Compare),
        new("arnnotlike", true, true, s_isArn, ArnText.Compare),

        // 5.9
        new("null", false, false, PlainOperator.AnyText, (_, _) => Comparison.Different),
    ];

    // A wildcard is a character like any other here.
    private static string Text(IReadOnlyList<Mark> marks) => string.Concat(marks.Select(mark => mark.Character.ToString()));

    private static Comparison Is(bool equal) => equal ? Comparison.Equal : Comparison.Different;

    // The request's value stands on the left.
    private static Comparison Order(Func<string, BigInteger?> read, IReadOnlyList<Mark> policy, string request, Func<int, bool> holds) =>
        read(request) is { } left && read(Text(policy)) is { } right ? Is(holds(left.CompareTo(right))) : Comparison.Malformed;

    private static Comparison Bool(string policy, string request) =>
        Is(new[] { "true", "false" }.Any(word =>
            policy.Equals(word, StringComparison.OrdinalIgnoreCase) && request.Equals(word, StringComparison.OrdinalIgnoreCase)));

    private static Comparison Binary(string policy, string request)
    {
        try
        {
            return Is(Convert.FromBase64String(policy).SequenceEqual(Convert.FromBase64String(request)));
        }
        catch (FormatException)
        {
            return Is(policy == request);
        }
    }
}
