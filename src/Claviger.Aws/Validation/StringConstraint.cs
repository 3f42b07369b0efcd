using System.Text.RegularExpressions;

namespace Claviger.Aws;

/// <summary>What the model asks of a string: length in characters, pattern, set of values.</summary>
public sealed class StringConstraint
{
    private readonly int _min;
    private readonly int _max;
    private readonly string? _pattern;
    private readonly CharacterSet? _characters;
    private readonly Regex? _expression;
    private readonly string[]? _values;

    private StringConstraint(int min, int max, string? pattern, CharacterSet? characters, Regex? expression, string[]? values, bool sensitive)
    {
        _min = min;
        _max = max;
        _pattern = pattern;
        _characters = characters;
        _expression = expression;
        _values = values;
        IsSensitive = sensitive;
    }

    /// <summary>Whether a value must not be printed.</summary>
    public bool IsSensitive { get; }

    /// <summary>All rules, worded as AWS words them.</summary>
    public IEnumerable<string> Rules
    {
        get
        {
            if (_max < int.MaxValue)
            {
                yield return $"Member must have length less than or equal to {_max}";
            }

            if (_min > 0)
            {
                yield return $"Member must have length greater than or equal to {_min}";
            }

            if (_pattern is not null)
            {
                yield return $"Member must satisfy regular expression pattern: {_pattern}";
            }

            if (_values is not null)
            {
                yield return $"Member must satisfy enum value set: [{string.Join(", ", _values)}]";
            }
        }
    }

    /// <summary>Whether a value keeps every rule.</summary>
    public bool Allows(string value) =>
        !IsTooShort(value) && !IsTooLong(value) && IsMatch(value) && (_values is null || _values.AsSpan().Contains(value));

    internal static StringConstraint Length(int min, int max, bool sensitive = false) => new(min, max, null, null, null, null, sensitive);

    internal static StringConstraint Characters(string pattern, CharacterSet characters, int min = 0, int max = int.MaxValue, bool sensitive = false) =>
        new(min, max, pattern, characters, null, null, sensitive);

    internal static StringConstraint Matching(string pattern, Regex expression, int min = 0, int max = int.MaxValue, bool sensitive = false) =>
        new(min, max, pattern, null, expression, null, sensitive);

    internal static StringConstraint OneOf(params string[] values) => new(0, int.MaxValue, null, null, null, values, false);

    internal IEnumerable<string> Broken(string value)
    {
        if (!IsMatch(value))
        {
            yield return $"Member must satisfy regular expression pattern: {_pattern}";
        }

        if (IsTooShort(value))
        {
            yield return $"Member must have length greater than or equal to {_min}";
        }

        if (IsTooLong(value))
        {
            yield return $"Member must have length less than or equal to {_max}";
        }

        if (_values is not null && !_values.AsSpan().Contains(value))
        {
            yield return $"Member must satisfy enum value set: [{string.Join(", ", _values)}]";
        }
    }

    private static int CharactersOf(string value)
    {
        int low = 0;
        foreach (char c in value)
        {
            low += char.IsLowSurrogate(c) ? 1 : 0;
        }

        return value.Length - low;
    }

    private bool IsTooShort(string value) => value.Length < _min || (value.Length < 2L * _min && CharactersOf(value) < _min);

    private bool IsTooLong(string value) => value.Length > _max && CharactersOf(value) > _max;

    private bool IsMatch(string value) =>
        _characters is not null ? _characters.Holds(value) : _expression is null || _expression.IsMatch(value);
}
