using Claviger.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Claviger.Pipeline;

/// <summary>The headers of an HTTP request as a signature sees them. The server reads header bytes as Latin-1: a char is a byte.</summary>
internal sealed class WireHeaders(IHeaderDictionary headers) : IRequestHeaders
{
    public HeaderValues this[string name] => headers.TryGetValue(name, out var values) ? Of(values) : default;

    public IEnumerable<string> Names => headers.Keys;

    private static HeaderValues Of(StringValues values) =>
        values.Count == 1 ? HeaderValues.Of(values[0]) : HeaderValues.Of(values.ToArray()!);
}
