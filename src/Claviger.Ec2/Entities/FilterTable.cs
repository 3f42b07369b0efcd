using Claviger.Aws.Shapes.Ec2;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The filters that a Describe operation knows, each with the values that an item has for it.</summary>
internal sealed class FilterTable<T>
{
    private const string TagPrefix = "tag:";

    private readonly Dictionary<string, Func<T, IEnumerable<string?>>> _values = new(StringComparer.Ordinal);
    private Func<T, TagSet>? _tags;

    /// <summary>A filter on one value.</summary>
    public FilterTable<T> Add(string name, Func<T, string?> value) => AddMany(name, item => [value(item)]);

    /// <summary>A filter on a truth value, written <c>true</c> or <c>false</c>.</summary>
    public FilterTable<T> Add(string name, Func<T, bool> value) => Add(name, item => value(item) ? "true" : "false");

    /// <summary>A filter on several values, of which one must match.</summary>
    public FilterTable<T> AddMany(string name, Func<T, IEnumerable<string?>> values)
    {
        _values.Add(name, values);
        return this;
    }

    /// <summary>The filters <c>tag:KEY</c>, <c>tag-key</c> and <c>tag-value</c>.</summary>
    public FilterTable<T> AddTags(Func<T, TagSet> tags)
    {
        _tags = tags;
        return AddMany("tag-key", item => tags(item).Select(static tag => tag.Key)).AddMany("tag-value", item => tags(item).Select(static tag => tag.Value));
    }

    /// <summary>The items that match every filter.</summary>
    /// <exception cref="Aws.AwsError">There is no filter of that name.</exception>
    public IEnumerable<T> Apply(IEnumerable<T> items, IReadOnlyList<FilterShape>? filters)
    {
        foreach (var filter in filters ?? [])
        {
            var of = ValuesOf(filter.Name ?? "");
            var wanted = filter.Values ?? [];
            items = items.Where(item => of(item).Any(value => value is not null && wanted.Any(pattern => Wildcards.Matches(pattern, value))));
        }

        return items;
    }

    private Func<T, IEnumerable<string?>> ValuesOf(string name)
    {
        if (_tags is { } tags && name.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            var key = name[TagPrefix.Length..];
            return item => tags(item).Where(tag => tag.Key == key).Select(static tag => tag.Value);
        }

        return _values.TryGetValue(name, out var values) ? values : throw Ec2Error.InvalidFilter(name);
    }
}
