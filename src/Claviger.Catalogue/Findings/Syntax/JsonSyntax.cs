using System.Collections.Immutable;
using System.Text.Json;

namespace Claviger.Catalogue;

/// <summary>A JSON value with its place. Members keep their order and their duplicates.</summary>
internal sealed class JsonSyntax(JsonValueKind kind, int offset, string path)
{
    public JsonValueKind Kind { get; } = kind;

    /// <summary>The byte at which the value starts.</summary>
    public int Offset { get; } = offset;

    /// <summary>The byte after its last.</summary>
    public int End { get; init; }

    /// <summary>The way to it from the root, such as <c>Statement[0].Action</c>.</summary>
    public string Path { get; } = path;

    /// <summary>A string's value, or a number's or literal's spelling; empty for objects and arrays.</summary>
    public string Text { get; init; } = "";

    public ImmutableArray<JsonMember> Members { get; init; } = [];

    public ImmutableArray<JsonSyntax> Items { get; init; } = [];

    public bool IsString => Kind == JsonValueKind.String;

    public bool IsObject => Kind == JsonValueKind.Object;

    public bool IsArray => Kind == JsonValueKind.Array;

    /// <summary>Whether it can be the value of a condition: a string, number or boolean.</summary>
    public bool IsScalar => Kind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    /// <summary>An array's items, or the value itself: a lone value means the same as an array of one.</summary>
    public ImmutableArray<JsonSyntax> ItemsOrSelf => IsArray ? Items : [this];

    /// <summary>The last member of that name, which is the one that counts.</summary>
    public JsonMember? Find(string name)
    {
        JsonMember? found = null;
        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                found = member;
            }
        }

        return found;
    }
}
