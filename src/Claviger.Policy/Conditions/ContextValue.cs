using System.Globalization;
using System.Net;

namespace Claviger.Policy;

/// <summary>The value of a condition key: missing, single, or a list. Typed singles save a decision from formatting and parsing.</summary>
public readonly struct ContextValue
{
    /// <summary>Room for the text of any typed single.</summary>
    internal const int MaxTypedLength = 80;

    private readonly object? _reference;
    private readonly long _bits;

    private ContextValue(ContextValueType type, object? reference, long bits)
    {
        Type = type;
        _reference = reference;
        _bits = bits;
    }

    /// <summary>The key is not in the context.</summary>
    public static ContextValue Missing => default;

    /// <summary>What the value is made of.</summary>
    public ContextValueType Type { get; }

    /// <summary>Whether the key is not in the context.</summary>
    public bool IsMissing => Type == ContextValueType.Missing;

    /// <summary>Whether the key is a multivalued one.</summary>
    public bool IsList => Type == ContextValueType.List;

    /// <summary>The values of a multivalued key; empty for every other type.</summary>
    public IReadOnlyList<string> Values => _reference as IReadOnlyList<string> ?? [];

    internal string Text => (string)_reference!;

    internal long Integer => _bits;

    internal bool Boolean => _bits != 0;

    internal DateTimeOffset Instant => new(_bits, TimeSpan.Zero);

    internal IPAddress Address => (IPAddress)_reference!;

    /// <summary>A single text; null is <see cref="Missing"/>.</summary>
    public static ContextValue Of(string? text) => text is null ? Missing : new(ContextValueType.Text, text, 0);

    /// <summary>A single integer.</summary>
    public static ContextValue Of(long number) => new(ContextValueType.Integer, null, number);

    /// <summary>A single boolean.</summary>
    public static ContextValue Of(bool value) => new(ContextValueType.Boolean, null, value ? 1 : 0);

    /// <summary>A single instant.</summary>
    public static ContextValue Of(DateTimeOffset instant) => new(ContextValueType.Instant, null, instant.UtcTicks);

    /// <summary>A single IP address; null is <see cref="Missing"/>. An IPv4 address mapped to IPv6 stays IPv6.</summary>
    public static ContextValue Of(IPAddress? address) => address is null ? Missing : new(ContextValueType.Address, address, 0);

    /// <summary>The values of a multivalued key, also where there is only one or none. The list must not change afterwards.</summary>
    public static ContextValue List(IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(ContextValueType.List, values, 0);
    }

    /// <summary>A single text; null is <see cref="Missing"/>.</summary>
    public static implicit operator ContextValue(string? text) => Of(text);

    /// <summary>The value as a policy would spell it; a list in brackets, a missing value empty.</summary>
    public override string ToString()
    {
        if (IsList)
        {
            return $"[{string.Join(", ", Values)}]";
        }

        Span<char> buffer = stackalloc char[MaxTypedLength];
        return AsText(buffer).ToString();
    }

    /// <summary>The text of a single value, without allocation: the text itself, or a typed value written into <paramref name="buffer"/>.</summary>
    internal ReadOnlySpan<char> AsText(Span<char> buffer)
    {
        var written = 0;
        switch (Type)
        {
            case ContextValueType.Text:
                return Text;
            case ContextValueType.Integer:
                Integer.TryFormat(buffer, out written, default, CultureInfo.InvariantCulture);
                break;
            case ContextValueType.Boolean:
                return Boolean ? "true" : "false";
            case ContextValueType.Instant:
                var format = Instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
                Instant.TryFormat(buffer, out written, format, CultureInfo.InvariantCulture);
                break;
            case ContextValueType.Address:
                Address.TryFormat(buffer, out written);
                break;
            case ContextValueType.Missing:
            case ContextValueType.List:
            default:
                break;
        }

        return buffer[..written];
    }
}
