using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>The headers of a request to S3 as its operation sees them: with what is only about the wire taken away, and what came elsewhere put in.</summary>
/// <param name="wire">The headers as they came.</param>
/// <param name="replaced">Values in place of those that came; null takes a header away. Chars are bytes, as on the wire.</param>
internal sealed class ObjectHeaders(IRequestHeaders wire, IReadOnlyDictionary<string, string?> replaced) : IRequestHeaders
{
    public HeaderValues this[string name] => replaced.TryGetValue(name, out var value) ? HeaderValues.Of(value) : wire[name];

    public IEnumerable<string> Names => wire.Names
        .Where(name => !replaced.ContainsKey(name))
        .Concat(replaced.Where(static pair => pair.Value is not null).Select(static pair => pair.Key));
}
