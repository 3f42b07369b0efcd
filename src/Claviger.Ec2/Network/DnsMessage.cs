using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Claviger.Ec2;

/// <summary>Questions of the domain name system and their answers (RFC 1035), as far as an instance's resolver needs them.</summary>
internal static class DnsMessage
{
    private const int HeaderLength = 12;
    private const int LongestLabel = 63;
    private const int LongestName = 253;
    private const ushort Address = 1;
    private const ushort Any = 255;
    private const ushort Internet = 1;
    private const uint TimeToLive = 60;

    private const ushort IsAnswer = 0x8000;
    private const ushort Operation = 0x7800;
    private const ushort RecursionDesired = 0x0100;
    private const ushort RecursionAvailable = 0x0080;
    private const ushort FormatError = 1;
    private const ushort NoSuchName = 3;
    private const ushort NotImplemented = 4;

    /// <summary>Answers a question: names under <c>amazonaws.com</c> have this address and nothing else; no other name exists.</summary>
    /// <returns>The answer; null for what is no question.</returns>
    public static byte[]? Answer(ReadOnlySpan<byte> query, IPAddress address)
    {
        if (query.Length < HeaderLength || (BinaryPrimitives.ReadUInt16BigEndian(query[2..]) & IsAnswer) != 0)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(query[2..]);
        if ((flags & Operation) != 0)
        {
            return Head(query, NotImplemented, [], answers: 0);
        }

        if (BinaryPrimitives.ReadUInt16BigEndian(query[4..]) != 1 || !TryReadName(query, out var name, out var end) || end + 4 > query.Length)
        {
            return Head(query, FormatError, [], answers: 0);
        }

        var question = query[HeaderLength..(end + 4)];
        var type = BinaryPrimitives.ReadUInt16BigEndian(query[end..]);
        if (!InstanceAuthority.Covers(name))
        {
            return Head(query, NoSuchName, question, answers: 0);
        }

        return type is Address or Any
            ? [.. Head(query, 0, question, answers: 1), .. Record(address)]
            : Head(query, 0, question, answers: 0);
    }

    private static byte[] Head(ReadOnlySpan<byte> query, ushort code, ReadOnlySpan<byte> question, ushort answers)
    {
        var message = new byte[HeaderLength + question.Length];
        query[..2].CopyTo(message);
        var asked = BinaryPrimitives.ReadUInt16BigEndian(query[2..]);
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), (ushort)(IsAnswer | (asked & (Operation | RecursionDesired)) | RecursionAvailable | code));
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(4), (ushort)(question.Length > 0 ? 1 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(6), answers);
        question.CopyTo(message.AsSpan(HeaderLength));
        return message;
    }

    private static byte[] Record(IPAddress address)
    {
        var record = new byte[16];
        BinaryPrimitives.WriteUInt16BigEndian(record, 0xC000 | HeaderLength); // the name of the question
        BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(2), Address);
        BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(4), Internet);
        BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(6), TimeToLive);
        BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(10), 4);
        address.TryWriteBytes(record.AsSpan(12), out _);
        return record;
    }

    private static bool TryReadName(ReadOnlySpan<byte> query, out string name, out int end)
    {
        var text = new StringBuilder();
        end = HeaderLength;
        while (end < query.Length && query[end] is > 0 and <= LongestLabel and var length && end + 1 + length < query.Length && text.Length <= LongestName)
        {
            text.Append(text.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(query.Slice(end + 1, length)));
            end += 1 + length;
        }

        name = text.ToString();
        var isEnded = end < query.Length && query[end] == 0;
        end++;
        return isEnded;
    }
}
