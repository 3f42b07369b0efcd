using System.Buffers;
using System.Text;

namespace Claviger.Policy;

/// <summary>A glob on one of an ARN's first five segments, without regard to ASCII case.</summary>
internal sealed class SegmentPattern
{
    private const int StackLength = 128;

    private readonly int _index;
    private readonly TextPattern _lower;
    private readonly bool _isAsciiLiteral;

    /// <param name="index">Which segment.</param>
    /// <param name="text">The pattern; variables have no meaning in it.</param>
    public SegmentPattern(int index, ReadOnlySpan<char> text)
    {
        _index = index;
        _lower = TextPattern.Compile(AsciiLower.Of(text.ToString()), wildcards: true, variables: false);
        _isAsciiLiteral = _lower.IsLiteral && Ascii.IsValid(_lower.Characters);
    }

    public bool IsMatch(in ArnView arn)
    {
        var segment = arn.Segment(_index);
        if (_isAsciiLiteral)
        {
            return Ascii.EqualsIgnoreCase(segment, _lower.Characters);
        }

        var rented = segment.Length > StackLength ? ArrayPool<char>.Shared.Rent(segment.Length) : null;
        var lower = (rented ?? stackalloc char[StackLength])[..segment.Length];
        AsciiLower.Write(segment, lower);
        var matches = _lower.IsMatch(lower, EmptyContext.Instance);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return matches;
    }
}
