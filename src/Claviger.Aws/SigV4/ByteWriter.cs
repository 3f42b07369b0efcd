using System.Buffers;
using System.Text;

namespace Claviger.Aws;

/// <summary>A growing run of bytes that begins on the stack and moves to a pooled array when it has to.</summary>
internal ref struct ByteWriter(Span<byte> initial)
{
    private Span<byte> _buffer = initial;
    private byte[]? _pooled;

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[..Length];

    /// <summary>Room for at least some bytes, to be claimed with <see cref="Advance"/>.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_buffer.Length - Length < count)
        {
            Grow(count);
        }

        return _buffer[Length..];
    }

    public void Advance(int count) => Length += count;

    public void Write(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes text of the wire, a byte a char. A char that was no byte came from no wire and makes a question mark.</summary>
    public void WriteWire(scoped ReadOnlySpan<char> text)
    {
        var room = Reserve(text.Length);
        Length += Encoding.Latin1.GetBytes(text, room);
    }

    /// <summary>Takes back what was written behind a length.</summary>
    public void Truncate(int length) => Length = length;

    public void Dispose()
    {
        if (_pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(_pooled);
            _pooled = null;
        }
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + count));
        Written.CopyTo(larger);
        if (_pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(_pooled);
        }

        _pooled = larger;
        _buffer = larger;
    }
}
