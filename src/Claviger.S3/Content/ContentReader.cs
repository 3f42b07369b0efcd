using Microsoft.Win32.SafeHandles;

namespace Claviger.S3;

/// <summary>The bytes of an object on their way out: slices of contents, one after the other.</summary>
internal sealed class ContentReader : Stream
{
    // What is shorter is most often in the page cache, where a read costs less than handing it to another thread.
    private const int WorthWaitingFor = 128 * 1024;

    private readonly ContentFolder _folder;
    private readonly IReadOnlyList<ContentSlice> _slices;
    private readonly bool _isHeld;
    private SafeFileHandle? _file;
    private int _slice;
    private long _done;
    private bool _isDisposed;

    /// <param name="folder">Where the contents are.</param>
    /// <param name="slices">What to read; none is empty.</param>
    /// <exception cref="FileNotFoundException">The first content was deleted.</exception>
    public ContentReader(ContentFolder folder, IReadOnlyList<ContentSlice> slices)
    {
        _folder = folder;
        _slices = slices;
        Length = slices.Sum(static slice => slice.Length);
        if (slices.Count > 0)
        {
            _file = folder.Open(slices[0].Content);
        }

        // The first file is open, and stays readable when it is deleted. Those that are opened later must not be.
        _isHeld = slices.Count > 1;
        if (_isHeld)
        {
            folder.Hold(slices);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var wanted = Next(buffer.Length, out var offset);
        return wanted == 0 ? 0 : Took(RandomAccess.Read(_file!, buffer[..wanted], offset));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = Next(buffer.Length, out var offset);
        return wanted == 0 ? new(0)
            : wanted < WorthWaitingFor ? new(Took(RandomAccess.Read(_file!, buffer.Span[..wanted], offset)))
            : ReadLongAsync(buffer[..wanted], offset, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _file?.Dispose();
            if (_isHeld)
            {
                _folder.Release(_slices);
            }
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadLongAsync(Memory<byte> buffer, long offset, CancellationToken cancellation) =>
        Took(await RandomAccess.ReadAsync(_file!, buffer, offset, cancellation));

    // How much to read, and where; opens the next content when one is done.
    private int Next(int length, out long offset)
    {
        offset = 0;
        if (_slice == _slices.Count || length == 0)
        {
            return 0;
        }

        if (_done == _slices[_slice].Length)
        {
            _file?.Dispose();
            _file = null;
            _done = 0;
            if (++_slice == _slices.Count)
            {
                return 0;
            }

            _file = _folder.Open(_slices[_slice].Content);
        }

        var slice = _slices[_slice];
        offset = slice.Offset + _done;
        return (int)Math.Min(length, slice.Length - _done);
    }

    // INVARIANT: what is answered as an object is all of it: a file that has become shorter breaks the answer off.
    private int Took(int read)
    {
        if (read == 0)
        {
            throw new IOException($"The content {_slices[_slice].Content} is shorter than its record says.");
        }

        _done += read;
        return read;
    }
}
