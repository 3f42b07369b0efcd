namespace Claviger.Aws;

/// <summary>The values of one header in the order in which they came: none, one, or several. One value costs no array.</summary>
public readonly struct HeaderValues
{
    private readonly object? _values;

    private HeaderValues(object? values) => _values = values;

    /// <summary>How many times the header came.</summary>
    public int Count => _values switch
    {
        null => 0,
        string => 1,
        var several => ((string[])several).Length,
    };

    /// <summary>The value at a position, as on the wire: each char is one byte of it.</summary>
    public string this[int index] => _values is string single && index == 0 ? single : ((string[])_values!)[index];

    /// <summary>The value of a header that came once; null if it came not at all or more often.</summary>
    public string? Single => _values switch
    {
        string single => single,
        string[] { Length: 1 } array => array[0],
        _ => null,
    };

    /// <summary>A header that came once; null: not at all.</summary>
    public static HeaderValues Of(string? value) => new(value);

    /// <summary>A header that came any number of times. The array must not change afterwards.</summary>
    public static HeaderValues Of(string[] values) => new(values.Length == 0 ? null : values);
}
