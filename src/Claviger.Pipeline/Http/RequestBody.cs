using System.Buffers;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>A request's body, whole and in one piece, in memory that is given back when disposed.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstLength = 4096;

    private byte[]? _rented;

    private RequestBody(byte[] rented, int length)
    {
        _rented = rented;
        Bytes = rented.AsMemory(0, length);
    }

    /// <summary>The bytes as sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The longest body taken, in bytes.</param>
    /// <exception cref="AwsError">The body is longer: refused as soon as that is known.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            throw AwsError.RequestEntityTooLarge(limit);
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? FirstLength) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), request.HttpContext.RequestAborted);
                if (read == 0)
                {
                    return new RequestBody(buffer, length);
                }

                length += read;
                if (length > limit)
                {
                    throw AwsError.RequestEntityTooLarge(limit);
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                    buffer = larger;
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            throw;
        }
    }

    /// <summary>Gives the memory back, emptied: bodies hold passwords.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is { } rented)
        {
            rented.AsSpan(0, Bytes.Length).Clear();
            Bytes = default;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
