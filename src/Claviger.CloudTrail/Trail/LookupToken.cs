using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.CloudTrail;
using Claviger.Pipeline;

namespace Claviger.CloudTrail;

/// <summary>The token of a further page: a place in the history, bound to the account and to what is looked for.</summary>
internal static class LookupToken
{
    private const int BindingLength = 8;
    private const int Length = BindingLength + sizeof(long) + sizeof(int);

    public static string Write(LookupEventsRequest request, CallContext call, TrailPosition position)
    {
        Span<byte> token = stackalloc byte[Length];
        Binding(request, call).AsSpan(0, BindingLength).CopyTo(token);
        BinaryPrimitives.WriteInt64BigEndian(token[BindingLength..], position.Before.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32BigEndian(token[(BindingLength + sizeof(long))..], position.Passed);
        return Convert.ToBase64String(token);
    }

    /// <summary>Where the page begins; null for the first.</summary>
    /// <exception cref="AwsError">InvalidNextTokenException: it is of no page of this lookup.</exception>
    public static TrailPosition? Read(LookupEventsRequest request, CallContext call)
    {
        if (request.NextToken is null)
        {
            return null;
        }

        Span<byte> token = stackalloc byte[Length];
        if (!Convert.TryFromBase64String(request.NextToken, token, out var length)
            || length != Length
            || !token[..BindingLength].SequenceEqual(Binding(request, call).AsSpan(0, BindingLength)))
        {
            throw Invalid();
        }

        var before = BinaryPrimitives.ReadInt64BigEndian(token[BindingLength..]);
        var passed = BinaryPrimitives.ReadInt32BigEndian(token[(BindingLength + sizeof(long))..]);
        return before >= 0 && before <= call.Time.ToUnixTimeMilliseconds() && passed >= 0
            ? new TrailPosition(DateTimeOffset.FromUnixTimeMilliseconds(before), passed)
            : throw Invalid();
    }

    private static AwsError Invalid() =>
        AwsError.InvalidNextTokenException("The token is not valid: a lookup goes on with the same attributes and times as it began.");

    private static byte[] Binding(LookupEventsRequest request, CallContext call)
    {
        var text = new StringBuilder().Append(call.Caller.Account).Append('\n').Append(request.StartTime?.UtcTicks).Append('\n').Append(request.EndTime?.UtcTicks);
        foreach (var attribute in request.LookupAttributes ?? [])
        {
            text.Append('\n').Append(attribute.AttributeKey).Append('\n').Append(attribute.AttributeValue);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
