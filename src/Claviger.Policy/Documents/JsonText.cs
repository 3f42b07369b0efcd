using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Claviger.Policy;

/// <summary>Reads a JSON text into parts, within bounds, and tells where it breaks off.</summary>
internal static class JsonText
{
    /// <summary>No policy nests deeper than 8; what does is not one.</summary>
    private const int MaxDepth = 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text. If it is not JSON, <paramref name="faultOffset"/> is the byte where that shows.</summary>
    public static JsonPart? TryRead(string text, out int faultOffset)
    {
        faultOffset = 0;
        var rented = ArrayPool<byte>.Shared.Rent(Utf8.GetMaxByteCount(text.Length));
        try
        {
            return Read(rented.AsSpan(0, Utf8.GetBytes(text, rented)), ref faultOffset);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static JsonPart? Read(ReadOnlySpan<byte> utf8, ref int faultOffset)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var part = ReadPart(ref reader);

            // Nothing but white space may follow: this throws if more does.
            reader.Read();
            return part;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape that is half a surrogate pair.
            faultOffset = (int)reader.TokenStartIndex;
            return null;
        }
    }

    private static JsonPart ReadPart(ref Utf8JsonReader reader)
    {
        var offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameOffset = (int)reader.TokenStartIndex;
                    reader.Read();
                    members.Add(new JsonMember(name, nameOffset, ReadPart(ref reader)));
                }

                return JsonPart.Object(offset, members);
            case JsonTokenType.StartArray:
                var items = new List<JsonPart>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadPart(ref reader));
                }

                return JsonPart.Array(offset, items);
            case JsonTokenType.String:
                return JsonPart.Scalar(JsonTokenType.String, offset, reader.GetString()!);
            default:
                return JsonPart.Scalar(reader.TokenType, offset, Encoding.ASCII.GetString(reader.ValueSpan));
        }
    }
}
