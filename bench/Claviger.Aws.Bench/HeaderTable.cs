namespace Claviger.Aws.Bench;

/// <summary>Headers found as a server finds them: by one look in a table.</summary>
internal sealed class HeaderTable(params (string Name, string Value)[] headers) : IRequestHeaders
{
    private readonly Dictionary<string, HeaderValues> _values = new(StringComparer.OrdinalIgnoreCase);

    public HeaderList List { get; } = headers.Aggregate(new HeaderList(), static (list, header) => list.Add(header.Name, header.Value));

    public IEnumerable<string> Names => _values.Keys;

    public HeaderValues this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Takes over what the list holds now.</summary>
    public HeaderTable Freeze()
    {
        foreach (var name in List.Names)
        {
            _values[name] = List[name];
        }

        return this;
    }
}
