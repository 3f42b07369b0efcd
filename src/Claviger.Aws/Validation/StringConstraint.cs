using System.Text.RegularExpressions;

namespace Claviger.Aws;

/// <summary>What the model asks of a string: length in characters, pattern, set of values.</summary>
public sealed record StringConstraint
{
    private readonly CharacterSet? _characters;
    private readonly Regex? _expression;
    private readonly string? _pattern;
    private readonly string[]? _values;

    private StringConstraint(string? pattern, CharacterSet? characters, Regex? expression, string[]? values)
    {
        _pattern = pattern;
        _characters = characters;
        _expression = expression;
        _values = values;
    }

    /// <summary>The fewest characters.</summary>
    public int Min { get; init; }

    /// <summary>The most characters.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Whether a value must not be printed.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>What the service says of wrong characters in place of the pattern, or null.</summary>
    public string? Sentence { get; init; }

    /// <summary>All rules, worded as AWS words them.</summary>
    public IEnumerable<string> Rules
    {
        get
        {
            if (Max < int.MaxValue)
            {
                yield return AtMost;
            }

            if (Min > 0)
            {
                yield return AtLeast;
            }

            if (_pattern is not null)
            {
                yield return Pattern;
            }

            if (_values is not null)
            {
                yield return OneOfThese;
            }
        }
    }

    private string AtLeast => $"Member must have length greater than or equal to {Min}";

    private string AtMost => $"Member must have length less than or equal to {Max}";

    private string Pattern => $"Member must satisfy regular expression pattern: {_pattern}";

    private string OneOfThese => $"Member must satisfy enum value set: [{string.Join(", ", _values!)}]";

    /// <summary>Whether a value keeps every rule.</summary>
    public bool Allows(string value) => !IsTooShort(value) && !IsTooLong(value) && HasRightCharacters(value) && IsListed(value);

    internal static StringConstraint Any() => new(null, null, null, null);

    internal static StringConstraint Of(string pattern, CharacterSet characters) => new(pattern, characters, null, null);

    internal static StringConstraint Of(string pattern, Regex expression) => new(pattern, null, expression, null);

    internal static StringConstraint OneOf(params string[] values) => new(null, null, null, values);

    internal bool HasRightCharacters(string value) =>
        _characters is not null ? _characters.Holds(value) : _expression is null || _expression.IsMatch(value);

    internal IEnumerable<string> Broken(string value, bool patternFirst)
    {
        bool patternIsBroken = Sentence is null && !HasRightCharacters(value);
        if (patternIsBroken && patternFirst)
        {
            yield return Pattern;
        }

        if (IsTooShort(value))
        {
            yield return AtLeast;
        }

        if (IsTooLong(value))
        {
            yield return AtMost;
        }

        if (patternIsBroken && !patternFirst)
        {
            yield return Pattern;
        }

        if (!IsListed(value))
        {
            yield return OneOfThese;
        }
    }

    // AWS: lengths are counted in Unicode code points, without normalising.
    private static int CodePoints(string value)
    {
        int trailing = 0;
        foreach (char c in value)
        {
            trailing += char.IsLowSurrogate(c) ? 1 : 0;
        }

        return value.Length - trailing;
    }

    private bool IsTooShort(string value) => value.Length < Min || (value.Length < 2L * Min && CodePoints(value) < Min);

    private bool IsTooLong(string value) => value.Length > Max && CodePoints(value) > Max;

    private bool IsListed(string value) => _values is null || _values.AsSpan().Contains(value);
}
