using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws;

/// <summary>A body in <c>aws-chunked</c> framing with the framing taken off: chunks of a size in hexadecimal, perhaps signed, and headers behind the last.</summary>
/// <remarks>
/// Bytes are given out before their chunk's signature has been checked, for a chunk may be as long as an object. INVARIANT: the end is
/// only reached if every signature is right, that of the headers behind included; an <see cref="AwsError"/> is thrown in its place.
/// </remarks>
public sealed class ChunkedBodyStream : Stream
{
    private const int BufferLength = 64 * 1024;
    private const int LongestLine = 4096;
    private const int MostTrailers = 16;

    private readonly Stream _source;
    private readonly ChunkSignatures? _signatures;
    private readonly bool _hasTrailer;
    private readonly IncrementalHash? _hash;
    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _signature = new byte[64];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
    private int _start;
    private int _end;
    private long _left;
    private State _state = State.Header;

    /// <param name="source">The body as sent. Not disposed.</param>
    /// <param name="signatures">The chain of signatures; null for a body whose chunks aren't signed.</param>
    /// <param name="hasTrailer">Whether headers follow the last chunk.</param>
    public ChunkedBodyStream(Stream source, ChunkSignatures? signatures, bool hasTrailer)
    {
        _source = source;
        _signatures = signatures;
        _hasTrailer = hasTrailer;
        _hash = signatures is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    private enum State
    {
        Header,
        Content,
        End,
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>A header that came behind the content; null if it did not. To be asked for once all is read.</summary>
    public string? Trailer(string name) => _trailers.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_state == State.Header)
        {
            await ReadHeaderAsync(cancellationToken);
        }

        return _state == State.End ? 0 : await ReadContentAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            _hash?.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadContentAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        int wanted = (int)Math.Min(buffer.Length, _left);
        int read = Math.Min(wanted, _end - _start);
        if (read > 0)
        {
            _buffer.AsSpan(_start, read).CopyTo(buffer.Span);
            _start += read;
        }
        else
        {
            read = await _source.ReadAsync(buffer[..wanted], cancellation);
            if (read == 0)
            {
                throw S3Error.IncompleteBody();
            }
        }

        _hash?.AppendData(buffer.Span[..read]);
        _left -= read;
        if (_left == 0)
        {
            await ExpectLineEndAsync(cancellation);
            CheckChunk();
            _state = State.Header;
        }

        return read;
    }

    private async ValueTask ReadHeaderAsync(CancellationToken cancellation)
    {
        ParseHeader((await ReadLineAsync(cancellation)).Span);
        if (_left > 0)
        {
            _state = State.Content;
            return;
        }

        CheckChunk();
        await ReadTrailerAsync(cancellation);
        if (_end > _start || await _source.ReadAsync(_buffer, cancellation) > 0)
        {
            throw S3Error.IncompleteBody();
        }

        _state = State.End;
    }

    private void ParseHeader(ReadOnlySpan<byte> line)
    {
        if (!Utf8Parser.TryParse(line, out long size, out int digits, 'x') || digits > 15 || size < 0)
        {
            throw S3Error.IncompleteBody();
        }

        ReadOnlySpan<byte> extension = line[digits..];
        if (_signatures is null)
        {
            if (!extension.IsEmpty)
            {
                throw S3Error.IncompleteBody();
            }
        }
        else
        {
            ReadOnlySpan<byte> name = ";chunk-signature="u8;
            if (!extension.StartsWith(name) || extension.Length != name.Length + _signature.Length)
            {
                throw S3Error.SignatureMismatch();
            }

            extension[name.Length..].CopyTo(_signature);
        }

        _left = size;
    }

    private void CheckChunk()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (_signatures is not null && (!_hash!.TryGetHashAndReset(hash, out _) || !_signatures.IsNextChunk(hash, _signature)))
        {
            throw S3Error.SignatureMismatch();
        }
    }

    // Headers behind the content, then an empty line. The line that ends the last chunk is that empty line where no headers follow.
    private async ValueTask ReadTrailerAsync(CancellationToken cancellation)
    {
        bool isSigned = false;
        while (await ReadLineAsync(cancellation) is { IsEmpty: false } line)
        {
            if (isSigned || !_hasTrailer || _trailers.Count == MostTrailers)
            {
                throw S3Error.MalformedTrailer();
            }

            isSigned = TakeTrailer(line.Span);
        }

        if (_signatures is not null && _hasTrailer && !isSigned)
        {
            throw S3Error.SignatureMismatch();
        }
    }

    /// <returns>Whether it was the signature, after which nothing may follow.</returns>
    private bool TakeTrailer(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            throw S3Error.MalformedTrailer();
        }

        string name = Encoding.ASCII.GetString(line[..colon]).ToLowerInvariant();
        ReadOnlySpan<byte> value = line[(colon + 1)..].Trim(" \t"u8);
        if (name == "x-amz-trailer-signature")
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            return _signatures is not null && _hash!.TryGetHashAndReset(hash, out _) && _signatures.IsTrailer(hash, value)
                ? true
                : throw S3Error.SignatureMismatch();
        }

        if (!_trailers.TryAdd(name, Encoding.Latin1.GetString(value)))
        {
            throw S3Error.MalformedTrailer();
        }

        _hash?.AppendData(Encoding.ASCII.GetBytes(name));
        _hash?.AppendData(":"u8);
        _hash?.AppendData(value);
        _hash?.AppendData("\n"u8);
        return false;
    }

    private async ValueTask ExpectLineEndAsync(CancellationToken cancellation)
    {
        if (!(await ReadLineAsync(cancellation)).IsEmpty)
        {
            throw S3Error.IncompleteBody();
        }
    }

    // A line without its end, which is CR LF, or LF alone behind a trailing header as some SDKs write it.
    private async ValueTask<ReadOnlyMemory<byte>> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            int end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, end);
                _start += end + 1;
                return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
            }

            if (_end - _start > LongestLine)
            {
                throw S3Error.IncompleteBody();
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            int read = await _source.ReadAsync(_buffer.AsMemory(_end), cancellation);
            if (read == 0)
            {
                throw S3Error.IncompleteBody();
            }

            _end += read;
        }
    }
}
