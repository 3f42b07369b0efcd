using System.Buffers;

namespace Claviger.Policy;

/// <summary>BinaryEquals: the bytes behind two base64 texts.</summary>
internal sealed class BinaryCondition(ConditionText text) : Condition(text)
{
    private const int StackLength = 256;

    private readonly Wanted[] _values = Array.ConvertAll(text.Values, v => new Wanted(v, Decode(v)));

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        Span<char> typed = stackalloc char[ContextValue.MaxTypedLength];
        var text = value.AsText(typed);
        var rented = text.Length > StackLength ? ArrayPool<byte>.Shared.Rent(text.Length) : null;
        var bytes = rented ?? stackalloc byte[StackLength];
        var isBase64 = Convert.TryFromBase64Chars(text, bytes, out var length);
        var matches = Matches(text, isBase64, bytes[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return matches ? Comparison.Matches : Comparison.Differs;
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private bool Matches(ReadOnlySpan<char> text, bool isBase64, ReadOnlySpan<byte> bytes)
    {
        foreach (var wanted in _values)
        {
            if (isBase64 && wanted.Bytes is not null
                ? bytes.SequenceEqual(wanted.Bytes)
                : UncertainChoices.BinaryFallsBackToText && text.SequenceEqual(wanted.Text))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Wanted(string Text, byte[]? Bytes);
}
