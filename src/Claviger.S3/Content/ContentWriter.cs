using System.Buffers;
using Claviger.Aws;
using Claviger.Store;
using Microsoft.Win32.SafeHandles;

namespace Claviger.S3;

/// <summary>Brings bytes that come in to the disk.</summary>
internal sealed class ContentWriter(ContentFolder folder, FreedContents freed)
{
    private const int LongestBuffer = 512 * 1024;
    private const int ShortestBuffer = 4 * 1024;

    /// <summary>A write that brings no bytes.</summary>
    public StagedWrite Nothing() => new(folder, freed);

    /// <summary>Writes the content of a request, held against the checksum that it brings.</summary>
    /// <param name="content">The bytes; null for none.</param>
    /// <param name="algorithm">The algorithm of the checksum that is kept; where the content brings one by another, that is kept instead.</param>
    /// <param name="most">How many bytes there may be.</param>
    /// <param name="isKept">Whether the checksum is kept by the algorithm given, whatever the content brings.</param>
    /// <exception cref="AwsError">The content isn't what it is said to be; or as <see cref="WriteAsync"/>.</exception>
    public async ValueTask<StagedWrite> StageAsync(ContentStream? content, ChecksumAlgorithm algorithm, long most, bool isKept = false)
    {
        await using var source = content ?? new ContentStream(Stream.Null, new ContentChecks());
        var kept = isKept ? algorithm : source.Declared ?? algorithm;
        source.Compute(kept);

        var stored = await WriteAsync(source, source.DeclaredLength, most);
        return new(folder, freed)
        {
            Content = stored,
            ETag = Convert.ToHexStringLower(source.Md5.Span),
            Algorithm = kept,
            Checksum = Convert.ToBase64String(source.Checksum(kept).Span),
        };
    }

    /// <summary>Writes all of a stream; when it returns the bytes would survive a loss of power.</summary>
    /// <param name="source">The bytes. It fails where they are not what they are said to be.</param>
    /// <param name="length">How many there are, if that is known.</param>
    /// <param name="most">How many there may be.</param>
    /// <exception cref="AwsError">EntityTooLarge; ServiceUnavailable: the disk takes no more.</exception>
    public async ValueTask<StoredContent> WriteAsync(Stream source, long? length, long most)
    {
        if (length > most)
        {
            throw S3Error.EntityTooLarge(length.Value, most);
        }

        var id = ContentId.New();
        try
        {
            using var file = folder.Begin(id);
            var size = await CopyAsync(source, file, length, most);
            if (size == 0)
            {
                folder.Abandon(id);
                return new(null, 0);
            }

            folder.Finish(id, file);
            return new(id, size);
        }
        catch (Exception error)
        {
            folder.Abandon(id);
            if (IsOfDisk(error))
            {
                throw new AwsError("ServiceUnavailable", 503, "The server can't store more objects now.", senderFault: false, error);
            }

            throw;
        }
    }

    // What is full, over quota, too large for the file system, or broken; numbered as Linux does.
    private static bool IsOfDisk(Exception error) => error is IOException { HResult: 5 or 27 or 28 or 122 };

    // Two buffers: one is written while the next is read and hashed.
    private static async ValueTask<long> CopyAsync(Stream source, SafeFileHandle file, long? length, long most)
    {
        var room = (int)Math.Clamp((length ?? LongestBuffer) + 1, ShortestBuffer, LongestBuffer);
        var (reading, writing) = (ArrayPool<byte>.Shared.Rent(room), default(byte[]));
        var written = Task.CompletedTask;
        var size = 0L;
        try
        {
            while (true)
            {
                var read = await source.ReadAtLeastAsync(reading.AsMemory(0, room), room, throwOnEndOfStream: false);
                await written;
                if (size + read > most)
                {
                    throw S3Error.EntityTooLarge(size + read, most);
                }

                if (read < room)
                {
                    RandomAccess.Write(file, reading.AsSpan(0, read), size);
                    return size + read;
                }

                written = RandomAccess.WriteAsync(file, reading.AsMemory(0, read), size).AsTask();
                size += read;
                (reading, writing) = (writing ?? ArrayPool<byte>.Shared.Rent(room), reading);
            }
        }
        finally
        {
            // No buffer goes back to the pool while it is being written. What has ended the copy tells more than this could.
            await written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(reading);
            if (writing is not null)
            {
                ArrayPool<byte>.Shared.Return(writing);
            }
        }
    }
}
