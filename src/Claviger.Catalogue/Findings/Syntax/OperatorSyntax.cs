using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>A condition operator: its name without prefix and suffix, and what these say.</summary>
/// <param name="Name">The name in AWS's spelling, such as <c>StringEquals</c>.</param>
/// <param name="Type">What it compares; null for Null, which compares nothing.</param>
/// <param name="Set">The set operator before it: <c>ForAllValues</c>, <c>ForAnyValue</c> or null.</param>
/// <param name="IsIfExists">Whether it ends in IfExists.</param>
internal sealed record OperatorSyntax(string Name, ConditionKeyType? Type, string? Set, bool IsIfExists)
{
    public const string ForAllValues = "ForAllValues";
    public const string ForAnyValue = "ForAnyValue";
    private const string IfExists = "IfExists";

    public static readonly ImmutableSortedDictionary<string, ConditionKeyType?> Types = new Dictionary<string, ConditionKeyType?>
    {
        ["StringEquals"] = ConditionKeyType.String,
        ["StringNotEquals"] = ConditionKeyType.String,
        ["StringEqualsIgnoreCase"] = ConditionKeyType.String,
        ["StringNotEqualsIgnoreCase"] = ConditionKeyType.String,
        ["StringLike"] = ConditionKeyType.String,
        ["StringNotLike"] = ConditionKeyType.String,
        ["NumericEquals"] = ConditionKeyType.Numeric,
        ["NumericNotEquals"] = ConditionKeyType.Numeric,
        ["NumericLessThan"] = ConditionKeyType.Numeric,
        ["NumericLessThanEquals"] = ConditionKeyType.Numeric,
        ["NumericGreaterThan"] = ConditionKeyType.Numeric,
        ["NumericGreaterThanEquals"] = ConditionKeyType.Numeric,
        ["DateEquals"] = ConditionKeyType.Date,
        ["DateNotEquals"] = ConditionKeyType.Date,
        ["DateLessThan"] = ConditionKeyType.Date,
        ["DateLessThanEquals"] = ConditionKeyType.Date,
        ["DateGreaterThan"] = ConditionKeyType.Date,
        ["DateGreaterThanEquals"] = ConditionKeyType.Date,
        ["Bool"] = ConditionKeyType.Bool,
        ["BinaryEquals"] = ConditionKeyType.Binary,
        ["IpAddress"] = ConditionKeyType.IPAddress,
        ["NotIpAddress"] = ConditionKeyType.IPAddress,
        ["ArnEquals"] = ConditionKeyType.Arn,
        ["ArnLike"] = ConditionKeyType.Arn,
        ["ArnNotEquals"] = ConditionKeyType.Arn,
        ["ArnNotLike"] = ConditionKeyType.Arn,
        ["Null"] = null,
    }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    public bool IsNull => Type is null;

    public bool IsNegated => Name.Contains("Not", StringComparison.Ordinal);

    /// <summary>Whether <c>*</c> and <c>?</c> in its values are wildcards.</summary>
    public bool HasWildcards => Type == ConditionKeyType.Arn || Name.EndsWith("Like", StringComparison.Ordinal);

    /// <summary>Whether its values may hold policy variables.</summary>
    public bool HasVariables => Type is ConditionKeyType.String or ConditionKeyType.Arn or ConditionKeyType.Bool;

    public static OperatorSyntax? Parse(string text)
    {
        var rest = text.AsSpan();
        var set = TakeSet(ref rest, ForAllValues) ?? TakeSet(ref rest, ForAnyValue);
        var isIfExists = rest.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);
        rest = isIfExists ? rest[..^IfExists.Length] : rest;
        return Types.TryGetKey(rest.ToString(), out var name) ? new OperatorSyntax(name, Types[name], set, isIfExists) : null;
    }

    private static string? TakeSet(ref ReadOnlySpan<char> rest, string set)
    {
        if (!rest.StartsWith(set, StringComparison.OrdinalIgnoreCase) || rest.Length == set.Length || rest[set.Length] != ':')
        {
            return null;
        }

        rest = rest[(set.Length + 1)..];
        return set;
    }
}
