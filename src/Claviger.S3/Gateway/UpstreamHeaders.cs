using System.Net.Http.Headers;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The headers of what the upstream has answered.</summary>
internal sealed class UpstreamHeaders : IRequestHeaders
{
    private readonly Dictionary<string, string[]> _values = new(StringComparer.OrdinalIgnoreCase);

    public UpstreamHeaders(HttpResponseMessage response)
    {
        Add(response.Headers);
        Add(response.Content.Headers);
    }

    public IEnumerable<string> Names => _values.Keys;

    public HeaderValues this[string name] => _values.TryGetValue(name, out var values) ? HeaderValues.Of(values) : default;

    /// <summary>Takes a header away.</summary>
    public void Remove(string name) => _values.Remove(name);

    private void Add(HttpHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            _values[name] = [.. values];
        }
    }
}
