using System.Text.Json;

namespace Claviger.Policy;

/// <summary>A value of a JSON text with its place. Unlike the framework's documents it keeps duplicate members and their places.</summary>
/// <param name="Kind">String, Number, True, False, Null, StartObject or StartArray.</param>
/// <param name="Offset">The byte in the UTF-8 text where the value begins.</param>
/// <param name="Text">A string's content, or the spelling of a number or boolean; empty for others.</param>
/// <param name="Members">An object's members in their order.</param>
/// <param name="Items">An array's items.</param>
internal sealed record JsonPart(JsonTokenType Kind, int Offset, string Text, List<JsonMember> Members, List<JsonPart> Items)
{
    private static readonly List<JsonMember> NoMembers = [];
    private static readonly List<JsonPart> NoItems = [];

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    public bool IsString => Kind == JsonTokenType.String;

    /// <summary>Whether it may stand as a condition's value.</summary>
    public bool IsScalar => Kind is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;

    public static JsonPart Scalar(JsonTokenType kind, int offset, string text) => new(kind, offset, text, NoMembers, NoItems);

    public static JsonPart Object(int offset, List<JsonMember> members) => new(JsonTokenType.StartObject, offset, "", members, NoItems);

    public static JsonPart Array(int offset, List<JsonPart> items) => new(JsonTokenType.StartArray, offset, "", NoMembers, items);

    /// <summary>The items of an array, or the value itself as the only one.</summary>
    public IReadOnlyList<JsonPart> AsList() => IsArray ? Items : [this];

    /// <summary>The member of that name, the last one if there are several; null if there is none.</summary>
    public JsonPart? Find(string name)
    {
        for (var i = Members.Count - 1; i >= 0; i--)
        {
            if (Members[i].Name == name)
            {
                return Members[i].Value;
            }
        }

        return null;
    }
}
