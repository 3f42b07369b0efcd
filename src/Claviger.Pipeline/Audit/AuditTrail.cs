using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The record of who did what: one event in CloudTrail's format for every call.</summary>
/// <remarks>
/// A write's event goes into the write's own transaction. Reads, denials and failures are gathered here and written within a second,
/// as one compressed block: a crash may lose the last second of these, never a write's.
/// </remarks>
public sealed class AuditTrail : IAsyncDisposable
{
    /// <summary>Bytes of events that may wait; beyond it a call waits for the next flush.</summary>
    private const int Capacity = 8 * 1024 * 1024;

    /// <summary>Bytes of events that are written without waiting for the second to pass.</summary>
    private const int FullBlock = 1024 * 1024;

    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IStore _store;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly UnauthenticatedSample _unauthenticated;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _isFull = new(0, 1);
    private readonly Task _flushing;
    private ArrayBufferWriter<byte> _pending = new(64 * 1024);
    private ArrayBufferWriter<byte> _spare = new(64 * 1024);
    private TaskCompletionSource _flushed = NewSignal();

    /// <summary>Starts gathering.</summary>
    public AuditTrail(IStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
        _unauthenticated = new UnauthenticatedSample(time);
        _flushing = Task.Run(FlushRegularlyAsync);
    }

    /// <summary>The event of a write, to be stored in its own transaction.</summary>
    public static ReadOnlyMemory<byte> OfWrite(CallContext call, IRequestShape request, IResponseShape response)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        AuditEvent.Write(buffer, call, request.WriteAudit, response.WriteAudit, error: null, readOnly: false);
        return buffer.WrittenMemory;
    }

    /// <summary>The event of a write of our own operations, to be stored in its own transaction.</summary>
    /// <param name="call">The call.</param>
    /// <param name="parameters">Writes its parameters as a JSON object, without secrets.</param>
    internal static ReadOnlyMemory<byte> OfOwnWrite(CallContext call, Action<Utf8JsonWriter> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        AuditEvent.Write(buffer, call, parameters, response: null, error: null, readOnly: false);
        return buffer.WrittenMemory;
    }

    /// <summary>Gathers the event of a read.</summary>
    public ValueTask RecordReadAsync(CallContext call, IRequestShape request) => RecordAsync(call, request, error: null, readOnly: true);

    /// <summary>Gathers the event of a write to the data in a resource: S3's objects are too many for an event in each transaction.</summary>
    public ValueTask RecordDataAsync(CallContext call, IRequestShape request) => RecordAsync(call, request, error: null, readOnly: false);

    /// <summary>Gathers the event of a call that was refused or failed.</summary>
    public ValueTask RecordFailureAsync(CallContext call, IRequestShape? request, AwsError error)
    {
        // Anybody can send what fails to authenticate: it is counted and sampled, never a row each.
        var passedOver = 0L;
        return call.Caller.Kind == CallerKind.Anonymous && !_unauthenticated.Admits(error.Code, out passedOver)
            ? default
            : RecordAsync(call, request, error, readOnly: call.IsRead, passedOver);
    }

    /// <summary>Gathers an event of what anybody may cause: it is counted and sampled.</summary>
    /// <param name="name">Of what kind it is.</param>
    /// <param name="write">Writes it.</param>
    internal ValueTask RecordUnauthenticatedAsync(string name, Action<IBufferWriter<byte>> write) =>
        _unauthenticated.Admits(name, out _) ? RecordAsync(write) : default;

    /// <summary>Writes what is pending and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _flushing;
        await FlushAsync();
        _stopping.Dispose();
        _isFull.Dispose();
    }

    /// <summary>Writes what is pending now.</summary>
    public async Task FlushAsync()
    {
        ArrayBufferWriter<byte> full;
        TaskCompletionSource signal;
        lock (_gate)
        {
            if (_pending.WrittenCount == 0)
            {
                return;
            }

            (full, _pending) = (_pending, _spare);
            (signal, _flushed) = (_flushed, NewSignal());
        }

        try
        {
            var block = Compress(full.WrittenSpan);
            await _store.AppendAsync(append => AuditLog.AppendBlock(append, block));
        }
        catch (StoreException)
        {
            // What could not be written waits for the next flush, before what has come since.
            lock (_gate)
            {
                full.Write(_pending.WrittenSpan);
                (full, _pending) = (_pending, full);
            }

            throw;
        }
        finally
        {
            full.ResetWrittenCount();
            _spare = full;
            signal.SetResult();
        }
    }

    private ValueTask RecordAsync(CallContext call, IRequestShape? request, AwsError? error, bool readOnly, long passedOver = 0) =>
        RecordAsync(buffer => AuditEvent.Write(buffer, call, request is null ? null : request.WriteAudit, response: null, error, readOnly, passedOver));

    private async ValueTask RecordAsync(Action<IBufferWriter<byte>> write)
    {
        while (true)
        {
            Task room;
            lock (_gate)
            {
                if (_pending.WrittenCount < Capacity)
                {
                    write(_pending);
                    _pending.Write("\n"u8);
                    if (_pending.WrittenCount >= FullBlock && _isFull.CurrentCount == 0)
                    {
                        _isFull.Release();
                    }

                    return;
                }

                room = _flushed.Task;
            }

            try
            {
                await room.WaitAsync(Patience, _time);
            }
            catch (TimeoutException)
            {
                throw AwsError.ServiceUnavailable();
            }
        }
    }

    private async Task FlushRegularlyAsync()
    {
        try
        {
            while (true)
            {
                await _isFull.WaitAsync(FlushInterval, _stopping.Token);
                try
                {
                    await FlushAsync();
                }
                catch (StoreException)
                {
                    // Tried again at the next tick; calls wait once too much is pending.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is pending is written by DisposeAsync.
        }
    }

    private static byte[] Compress(ReadOnlySpan<byte> events)
    {
        using var block = new MemoryStream();
        using (var deflate = new ZLibStream(block, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(events);
        }

        return block.ToArray();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
