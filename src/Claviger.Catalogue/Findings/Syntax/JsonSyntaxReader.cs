using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Claviger.Catalogue;

/// <summary>Reads JSON text into a <see cref="JsonSyntax"/>.</summary>
internal static class JsonSyntaxReader
{
    /// <exception cref="JsonException">The text is not JSON; the exception has the place.</exception>
    public static JsonSyntax Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var root = ReadValue(ref reader, "");
        // Throws for anything but white space after the value.
        reader.Read();
        return root;
    }

    private static JsonSyntax ReadValue(ref Utf8JsonReader reader, string path)
    {
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            // The members are read before the end is asked for.
            JsonTokenType.StartObject => new JsonSyntax(JsonValueKind.Object, offset, path) { Members = ReadMembers(ref reader, path), End = (int)reader.BytesConsumed },
            JsonTokenType.StartArray => new JsonSyntax(JsonValueKind.Array, offset, path) { Items = ReadItems(ref reader, path), End = (int)reader.BytesConsumed },
            JsonTokenType.String => new JsonSyntax(JsonValueKind.String, offset, path) { Text = ReadString(ref reader), End = (int)reader.BytesConsumed },
            JsonTokenType.Number => NewLiteral(JsonValueKind.Number, ref reader, offset, path),
            JsonTokenType.True => NewLiteral(JsonValueKind.True, ref reader, offset, path),
            JsonTokenType.False => NewLiteral(JsonValueKind.False, ref reader, offset, path),
            _ => NewLiteral(JsonValueKind.Null, ref reader, offset, path),
        };
    }

    private static JsonSyntax NewLiteral(JsonValueKind kind, ref Utf8JsonReader reader, int offset, string path) =>
        new(kind, offset, path) { Text = Encoding.ASCII.GetString(reader.ValueSpan), End = (int)reader.BytesConsumed };

    private static ImmutableArray<JsonMember> ReadMembers(ref Utf8JsonReader reader, string path)
    {
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var offset = (int)reader.TokenStartIndex;
            var name = ReadString(ref reader);
            reader.Read();
            members.Add(new JsonMember(name, offset, ReadValue(ref reader, Join(path, name))));
        }

        return members.DrainToImmutable();
    }

    private static ImmutableArray<JsonSyntax> ReadItems(ref Utf8JsonReader reader, string path)
    {
        var items = ImmutableArray.CreateBuilder<JsonSyntax>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]")));
        }

        return items.DrainToImmutable();
    }

    private static string Join(string path, string name)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
        {
            return $"{path}[\"{name}\"]";
        }

        return path.Length == 0 ? name : $"{path}.{name}";
    }

    private static string ReadString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair: JSON by its grammar, but not text.
            throw new JsonException(e.Message, null, null, null, e);
        }
    }
}
