using System.Buffers;

namespace Claviger.Policy;

/// <summary>A pattern being put together from its text and the values of its variables, on the stack while it is short.</summary>
internal ref struct PatternBuffer(Span<char> characters, Span<byte> units)
{
    /// <summary>What callers put on the stack.</summary>
    public const int StackLength = 256;

    private Span<char> _characters = characters;
    private Span<byte> _units = units;
    private char[]? _rentedCharacters;
    private byte[]? _rentedUnits;
    private int _length;

    public readonly ReadOnlySpan<char> Characters => _characters[.._length];

    public readonly ReadOnlySpan<byte> Units => _units[.._length];

    public void Append(scoped ReadOnlySpan<char> characters, scoped ReadOnlySpan<byte> units)
    {
        Reserve(characters.Length);
        characters.CopyTo(_characters[_length..]);
        units.CopyTo(_units[_length..]);
        _length += characters.Length;
    }

    /// <summary>Appends text in which nothing is a wildcard.</summary>
    public void AppendLiteral(scoped ReadOnlySpan<char> characters)
    {
        Reserve(characters.Length);
        characters.CopyTo(_characters[_length..]);
        _units.Slice(_length, characters.Length).Clear(); // 0 is Glob.Literal
        _length += characters.Length;
    }

    public readonly void Dispose()
    {
        if (_rentedCharacters is not null)
        {
            ArrayPool<char>.Shared.Return(_rentedCharacters);
            ArrayPool<byte>.Shared.Return(_rentedUnits!);
        }
    }

    private void Reserve(int more)
    {
        var needed = _length + more;
        if (needed <= _characters.Length)
        {
            return;
        }

        var characters = ArrayPool<char>.Shared.Rent(Math.Max(needed, _characters.Length * 2));
        var units = ArrayPool<byte>.Shared.Rent(characters.Length);
        Characters.CopyTo(characters);
        Units.CopyTo(units);
        Dispose();
        _characters = _rentedCharacters = characters;
        _units = (_rentedUnits = units).AsSpan(0, characters.Length);
    }
}
