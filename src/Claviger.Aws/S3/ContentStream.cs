using System.Security.Cryptography;

namespace Claviger.Aws;

/// <summary>The content of an object on its way in, hashed while it is read and held against what its request says of it.</summary>
/// <remarks>
/// INVARIANT: the end (a read of 0 bytes) is only reached if length, signed hash, MD5 and checksum are right; an <see cref="AwsError"/>
/// is thrown in its place. Read once, to the end, then ask for the hashes.
/// </remarks>
public sealed class ContentStream : Stream
{
    private readonly Stream _source;
    private readonly ContentChecks _checks;
#pragma warning disable CA5351 // MD5 is what S3's entity tags are; nothing relies on it being hard to forge
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
    private readonly IncrementalHash? _sha256;
    private readonly List<Checksum> _checksums = [];
    private readonly Dictionary<ChecksumAlgorithm, byte[]> _finished = [];
    private byte[]? _finishedMd5;

    /// <param name="source">The bytes, without any framing. Disposed with this.</param>
    /// <param name="checks">What is said of them.</param>
    /// <exception cref="AwsError">InvalidDigest, InvalidRequest: what is said has no form.</exception>
    public ContentStream(Stream source, ContentChecks checks)
    {
        _source = source;
        _checks = checks;
        _sha256 = checks.Sha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (checks.Md5 is { } md5 && !IsBase64(md5, 16))
        {
            throw S3Error.InvalidDigest(md5);
        }

        if (checks.Algorithm is { } algorithm)
        {
            if (checks.Checksum is { } sum && !IsBase64(sum, algorithm.Length()))
            {
                throw S3Error.InvalidChecksum(algorithm.Header());
            }

            Compute(algorithm);
        }
    }

    /// <summary>Bytes of the content, if the request says so.</summary>
    public long? DeclaredLength => _checks.Length;

    /// <summary>The SHA-256 that the content was signed with, in lower-case hexadecimal; null if none was.</summary>
    public string? DeclaredHash => _checks.Sha256;

    /// <summary>The algorithm of the checksum that the request brings; null if it brings none.</summary>
    public ChecksumAlgorithm? Declared => _checks.Algorithm;

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The MD5 of the whole; to be asked for once all is read.</summary>
    public ReadOnlyMemory<byte> Md5 => _finishedMd5 ?? throw new InvalidOperationException("The content is not read to its end.");

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    /// <summary>Has a checksum computed; to be said before the first byte is read.</summary>
    public void Compute(ChecksumAlgorithm algorithm)
    {
        if (BytesRead > 0)
        {
            throw new InvalidOperationException("The content is partly read.");
        }

        if (!_checksums.Exists(checksum => checksum.Algorithm == algorithm))
        {
            _checksums.Add(new Checksum(algorithm));
        }
    }

    /// <summary>A checksum of the whole; to be asked for once all is read.</summary>
    public ReadOnlyMemory<byte> Checksum(ChecksumAlgorithm algorithm) => _finished[algorithm];

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await _source.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            Take(buffer.Span[..read]);
        }
        else if (buffer.Length > 0)
        {
            Finish();
        }

        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _source.Read(buffer, offset, count);
        if (read > 0)
        {
            Take(buffer.AsSpan(offset, read));
        }
        else if (count > 0)
        {
            Finish();
        }

        return read;
    }

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
        if (disposing)
        {
            _source.Dispose();
            _md5.Dispose();
            _sha256?.Dispose();
            _checksums.ForEach(static checksum => checksum.Dispose());
        }

        base.Dispose(disposing);
    }

    private static bool IsBase64(string text, int length)
    {
        Span<byte> bytes = stackalloc byte[64];
        return text.Length <= 64 && Convert.TryFromBase64String(text, bytes, out int written) && written == length;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        BytesRead += bytes.Length;
        if (BytesRead > _checks.Length)
        {
            throw S3Error.IncompleteBody();
        }

        if (BytesRead > _checks.Most)
        {
            throw S3Error.EntityTooLarge(BytesRead, _checks.Most.Value);
        }

        _md5.AppendData(bytes);
        _sha256?.AppendData(bytes);
        foreach (Checksum checksum in _checksums)
        {
            checksum.Append(bytes);
        }
    }

    private void Finish()
    {
        if (_finishedMd5 is not null)
        {
            return;
        }

        if (BytesRead < _checks.Length)
        {
            throw S3Error.IncompleteBody();
        }

        if (BytesRead < _checks.Least)
        {
            throw S3Error.EntityTooSmall(BytesRead, _checks.Least.Value);
        }

        if (_sha256 is not null && Convert.ToHexStringLower(_sha256.GetHashAndReset()) is var computed && computed != _checks.Sha256)
        {
            throw S3Error.PayloadMismatch(_checks.Sha256!, computed);
        }

        byte[] md5 = _md5.GetHashAndReset();
        if (_checks.Md5 is { } expected && Convert.ToBase64String(md5) is var calculated && calculated != expected)
        {
            throw S3Error.BadDigest(Convert.ToHexStringLower(Convert.FromBase64String(expected)), calculated);
        }

        foreach (Checksum checksum in _checksums)
        {
            _finished[checksum.Algorithm] = checksum.Finish();
        }

        CheckChecksum();
        _finishedMd5 = md5;
    }

    private void CheckChecksum()
    {
        if (_checks.Algorithm is not { } algorithm)
        {
            return;
        }

        string expected = _checks.Checksum ?? _checks.Trailer?.Invoke(algorithm.Header()) ?? throw S3Error.MalformedTrailer();
        if (!IsBase64(expected, algorithm.Length()))
        {
            throw S3Error.InvalidChecksum(algorithm.Header());
        }

        if (Convert.ToBase64String(_finished[algorithm]) != expected)
        {
            throw S3Error.BadChecksum(algorithm.Name());
        }
    }
}
