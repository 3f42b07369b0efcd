namespace Claviger.Bench;

/// <summary>Some length of bytes that are not all alike, made as they are read.</summary>
internal sealed class PatternStream(long length) : Stream
{
    private static readonly byte[] Pattern = MakePattern();
    private long _done;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _done; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var offset = (int)(_done % Pattern.Length);
        var count = (int)Math.Min(Math.Min(buffer.Length, Pattern.Length - offset), length - _done);
        Pattern.AsSpan(offset, count).CopyTo(buffer);
        _done += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] MakePattern()
    {
        var bytes = new byte[1024 * 1024];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
