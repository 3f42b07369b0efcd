using System.Collections;
using System.Text;
using System.Text.Json;

namespace Claviger.Store;

/// <summary>The tags of an entity, in the order in which they were first given; keys are unique without regard to case. Immutable.</summary>
public sealed class TagSet : IReadOnlyList<Tag>, IEquatable<TagSet>
{
    private readonly Tag[] tags;

    private TagSet(Tag[] tags) => this.tags = tags;

    /// <summary>No tags.</summary>
    public static TagSet Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => tags.Length;

    /// <inheritdoc/>
    public Tag this[int index] => tags[index];

    /// <summary>A set of some tags; of two with the same key the later counts.</summary>
    public static TagSet Of(IEnumerable<Tag> tags) => Empty.With(tags);

    /// <summary>A set of tags whose keys are told apart by case, as EC2's are.</summary>
    public static TagSet Exactly(IEnumerable<Tag> tags) => new([.. tags]);

    /// <summary>The value of a tag, its key compared without regard to case; null if there is none.</summary>
    public string? ValueOf(string key)
    {
        var index = IndexOf(tags, key);
        return index < 0 ? null : tags[index].Value;
    }

    /// <summary>These tags and others; a tag whose key is here already takes its place.</summary>
    public TagSet With(IEnumerable<Tag> others)
    {
        var result = new List<Tag>(tags);
        foreach (var tag in others)
        {
            var index = IndexOf(result, tag.Key);
            if (index < 0)
            {
                result.Add(tag);
            }
            else
            {
                result[index] = tag;
            }
        }

        return result.Count == 0 ? Empty : new TagSet([.. result]);
    }

    /// <summary>These tags but those of some keys.</summary>
    public TagSet Without(IReadOnlyCollection<string> keys)
    {
        var result = tags.Where(tag => !keys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase)).ToArray();
        return result.Length == 0 ? Empty : new TagSet(result);
    }

    /// <inheritdoc/>
    public IEnumerator<Tag> GetEnumerator() => ((IEnumerable<Tag>)tags).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => tags.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(TagSet? other) => other is not null && tags.AsSpan().SequenceEqual(other.tags);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TagSet);

    /// <inheritdoc/>
    public override int GetHashCode() => tags.Length == 0 ? 0 : HashCode.Combine(tags.Length, tags[0], tags[^1]);

    /// <summary>The column's text: a JSON array of keys and values in turn; empty for no tags.</summary>
    internal string Encode()
    {
        if (tags.Length == 0)
        {
            return "";
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var tag in tags)
            {
                json.WriteStringValue(tag.Key);
                json.WriteStringValue(tag.Value);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    internal static TagSet Decode(string column)
    {
        if (column.Length == 0)
        {
            return Empty;
        }

        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(column));
        var result = new List<Tag>();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            var key = json.GetString()!;
            json.Read();
            result.Add(new Tag(key, json.GetString()!));
        }

        return new TagSet([.. result]);
    }

    private static int IndexOf(IReadOnlyList<Tag> tags, string key)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (string.Equals(tags[i].Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
