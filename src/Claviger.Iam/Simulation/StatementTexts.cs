using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>The statements of a policy's text: where each stands, and the condition keys that each asks for.</summary>
internal sealed class StatementTexts
{
    private readonly byte[] _text;
    private readonly List<(int Start, int End)> _places = [];

    private StatementTexts(string document) => _text = Encoding.UTF8.GetBytes(document);

    /// <summary>How many statements there are.</summary>
    public int Count => _places.Count;

    /// <summary>Reads a text; one that is no policy has no statements.</summary>
    public static StatementTexts Of(string document)
    {
        var texts = new StatementTexts(document);
        try
        {
            texts.Find();
        }
        catch (JsonException)
        {
            texts._places.Clear();
        }

        return texts;
    }

    /// <summary>Where a statement begins, counted from 1.</summary>
    public PositionShape Start(int statement) => Position(_places[statement].Start);

    /// <summary>Where a statement ends: just after its closing brace.</summary>
    public PositionShape End(int statement) => Position(_places[statement].End);

    /// <summary>The condition keys that a statement asks for, in conditions and in policy variables, as it spells them.</summary>
    public IEnumerable<string> Keys(int statement)
    {
        var (start, end) = _places[statement];
        using var json = JsonDocument.Parse(_text.AsMemory(start, end - start));
        var keys = new List<string>();
        foreach (var element in json.RootElement.EnumerateObject())
        {
            if (element.NameEquals("Condition") && element.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var condition in element.Value.EnumerateObject().Where(static it => it.Value.ValueKind == JsonValueKind.Object))
                {
                    foreach (var key in condition.Value.EnumerateObject())
                    {
                        keys.Add(key.Name);
                        AddVariables(key.Value, keys);
                    }
                }
            }
            else if (element.NameEquals("Resource") || element.NameEquals("NotResource"))
            {
                AddVariables(element.Value, keys);
            }
        }

        return keys;
    }

    /// <summary>The action patterns of an Allow statement: those that it allows, or with <c>NotAction</c> those that it leaves out.</summary>
    /// <returns>Null if the statement allows nothing.</returns>
    public (bool Except, IReadOnlyList<string> Patterns)? Allowed(int statement)
    {
        var (start, end) = _places[statement];
        using var json = JsonDocument.Parse(_text.AsMemory(start, end - start));
        var root = json.RootElement;
        if (!root.TryGetProperty("Effect", out var effect) || !effect.ValueEquals("Allow"))
        {
            return null;
        }

        return root.TryGetProperty("Action", out var actions) ? (false, Texts(actions))
            : root.TryGetProperty("NotAction", out var others) ? (true, Texts(others))
            : null;
    }

    private static string[] Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(static it => it.ValueKind == JsonValueKind.String).Select(static it => it.GetString()!)],
        _ => [],
    };

    // ${key} and ${key, 'default'}; ${*}, ${?} and ${$} stand for the characters themselves.
    private static void AddVariables(JsonElement value, List<string> keys)
    {
        foreach (var text in Texts(value))
        {
            for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
            {
                var end = text.IndexOf('}', at);
                if (end > 0 && text[(at + 2)..end].Split(',')[0].Trim() is { Length: > 1 } key)
                {
                    keys.Add(key);
                }
            }
        }
    }

    private void Find()
    {
        var reader = new Utf8JsonReader(_text);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("Statement"u8))
            {
                reader.Read();
                var depth = reader.TokenType == JsonTokenType.StartArray ? 2 : 1;
                do
                {
                    if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == depth)
                    {
                        var start = (int)reader.TokenStartIndex;
                        reader.Skip();
                        _places.Add((start, (int)reader.BytesConsumed));
                    }
                }
                while (depth == 2 && reader.Read() && reader.TokenType != JsonTokenType.EndArray);
            }
            else if (reader.CurrentDepth == 1 && reader.TokenType != JsonTokenType.PropertyName)
            {
                reader.Skip();
            }
        }
    }

    private PositionShape Position(int offset)
    {
        var before = _text.AsSpan(0, offset);
        var line = before.Count((byte)'\n');
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return new PositionShape { Line = line + 1, Column = column + 1 };
    }
}
