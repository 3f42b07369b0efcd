using System.Net;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The bytes of an object on their way to the upstream. The last of them go once all have proved to be what the client has signed.</summary>
/// <remarks>
/// INVARIANT: the upstream, which was told the length, never gets that many bytes of a content that doesn't verify: one buffer is held back
/// until the next is read, and the end of <see cref="ContentStream"/> is only reached if all is right. Else the connection is broken off.
/// </remarks>
internal sealed class VerifiedContent : HttpContent
{
    private const int Room = 80 * 1024;

    private readonly ContentStream _source;
    private readonly long _length;
    private readonly Func<ValueTask> _demand;

    // Not of a pool: a sending that was broken off may write on for a moment.
    private byte[] _held;
    private byte[] _next;
    private int _count;
    private bool _isSent;

    private VerifiedContent(ContentStream source, long length, Func<ValueTask> demand)
    {
        _source = source;
        _length = length;
        _demand = demand;
        _held = new byte[Math.Clamp(length, 1, Room)];
        _next = new byte[_held.Length];
    }

    /// <summary>What the sending broke off for; null if it didn't.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Reads the first bytes, so that of a short content nothing is sent before all of it has verified.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="demand">Decides again, once all is read.</param>
    /// <exception cref="AwsError">The content isn't what it is said to be.</exception>
    public static async ValueTask<VerifiedContent> BeginAsync(ContentStream source, long length, Func<ValueTask> demand)
    {
        var content = new VerifiedContent(source, length, demand);
        content._count = await source.ReadAtLeastAsync(content._held, content._held.Length, throwOnEndOfStream: false);
        if (content._count == length)
        {
            await content.ReadAsync(CancellationToken.None);
        }

        return content;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_isSent)
        {
            throw new InvalidOperationException("The content was sent already.");
        }

        _isSent = true;
        while (await ReadNextAsync(cancellationToken) is > 0 and var read)
        {
            await stream.WriteAsync(_held.AsMemory(0, _count), cancellationToken);
            (_held, _next, _count) = (_next, _held, read);
        }

        await stream.WriteAsync(_held.AsMemory(0, _count), cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    // How many bytes follow; none once all have verified, and the caller may still send them.
    private async ValueTask<int> ReadNextAsync(CancellationToken cancellation)
    {
        try
        {
            var read = await ReadAsync(cancellation);
            if (read == 0)
            {
                await _demand();
            }

            return read;
        }
        catch (Exception error)
        {
            Failure = error;
            throw;
        }
    }

    private ValueTask<int> ReadAsync(CancellationToken cancellation) =>
        _source.ReadAtLeastAsync(_next, _next.Length, throwOnEndOfStream: false, cancellation);
}
