using System.Text.Encodings.Web;
using System.Text.Json;

namespace Claviger.Catalogue;

/// <summary>Where a finding is: a value, the member that it is of if any, and what that stands in.</summary>
internal sealed class FindingPlace
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _text;

    private FindingPlace(byte[] text, JsonSyntax value, JsonMember? member, FindingPlace? parent)
    {
        _text = text;
        Value = value;
        Member = member;
        Parent = parent;
    }

    public JsonSyntax Value { get; }

    /// <summary>The member whose value it is; null for items of lists and the root.</summary>
    public JsonMember? Member { get; }

    /// <summary>What it stands in; null for the root.</summary>
    public FindingPlace? Parent { get; }

    /// <summary>All places of a document, by their paths; a path that two have leads to none.</summary>
    public static Dictionary<string, FindingPlace?> All(byte[] text, JsonSyntax root)
    {
        var places = new Dictionary<string, FindingPlace?>(StringComparer.Ordinal);
        Add(places, new FindingPlace(text, root, null, null));
        return places;
    }

    /// <summary>Another text in place of the value.</summary>
    public TextEdit Replace(string text) => new(Value.Offset, Value.End, Quote(text));

    /// <summary>Several strings in place of one: in the list that it is in, else in a list of their own.</summary>
    public TextEdit ReplaceByAll(IEnumerable<string> texts)
    {
        var list = string.Join(", ", texts.Select(Quote));
        return new(Value.Offset, Value.End, Parent!.Value.IsArray ? list : $"[{list}]");
    }

    /// <summary>Another name of the member; null where its object has one of that name already.</summary>
    public TextEdit? Rename(string name) => Member is null || Parent!.Value.Members.Any(other => other.Name == name)
        ? null
        : new(Member.Offset, NameEnd(Member), Quote(name));

    /// <summary>Takes the item or member out of what it stands in, with its comma; null where it is the only one of a list.</summary>
    public TextEdit? Remove()
    {
        var siblings = Member is null
            ? Parent?.Value.Items.Select(static item => (Start: item.Offset, item.End)).ToList()
            : Parent!.Value.Members.Select(static member => (Start: member.Offset, member.Value.End)).ToList();
        var at = siblings?.FindIndex(place => place.End == Value.End) ?? -1;
        if (at < 0 || (Member is null && siblings!.Count == 1))
        {
            return null;
        }

        return at + 1 < siblings!.Count ? new(siblings[at].Start, siblings[at + 1].Start, "")
            : at > 0 ? new(siblings[at - 1].End, siblings[at].End, "")
            : new(siblings[at].Start, siblings[at].End, "");
    }

    /// <summary>A first member more in the object, laid out as the one that was first.</summary>
    public TextEdit InsertFirst(string name, string value)
    {
        var member = $"{Quote(name)}: {Quote(value)}";
        var start = Value.Offset + 1;
        if (Value.Members.IsEmpty)
        {
            return new(start, start, member);
        }

        var blank = System.Text.Encoding.UTF8.GetString(_text.AsSpan(start, Value.Members[0].Offset - start));
        return new(start, start, $"{blank}{member},{(blank.Length == 0 ? " " : "")}");
    }

    private static void Add(Dictionary<string, FindingPlace?> places, FindingPlace place)
    {
        places[place.Value.Path] = places.ContainsKey(place.Value.Path) ? null : place;
        foreach (var member in place.Value.Members)
        {
            Add(places, new FindingPlace(place._text, member.Value, member, place));
        }

        foreach (var item in place.Value.Items)
        {
            Add(places, new FindingPlace(place._text, item, null, place));
        }
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);

    private int NameEnd(JsonMember member)
    {
        for (var at = member.Offset + 1; ; at++)
        {
            if (_text[at] == '\\')
            {
                at++;
            }
            else if (_text[at] == '"')
            {
                return at + 1;
            }
        }
    }
}
