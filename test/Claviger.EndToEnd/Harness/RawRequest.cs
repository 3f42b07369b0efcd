using System.Text;

namespace Claviger.EndToEnd;

/// <summary>An HTTP request, byte for byte as it goes over the wire.</summary>
public sealed record RawRequest
{
    /// <summary>The method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The request target, as it stands in the request line.</summary>
    public string Target { get; init; } = "/";

    /// <summary>The headers in their order; Host, Content-Length and Connection are added where they are absent.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>A request of the query protocol, as every SDK sends it to IAM and STS.</summary>
    public static RawRequest Form(string form) => new()
    {
        Headers = [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
        Body = Encoding.UTF8.GetBytes(form),
    };

    /// <summary>The same with a header added.</summary>
    public RawRequest With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    /// <summary>The same with a header's value changed, or the header taken out.</summary>
    public RawRequest Replace(string name, Func<string, string?> value) => this with
    {
        Headers = [.. Headers.Select(header => Is(header.Name, name) ? (header.Name, Value: value(header.Value)) : header)
            .Where(header => header.Value is not null).Select(header => (header.Name, header.Value!))],
    };

    /// <summary>A header's value; null where it is absent.</summary>
    public string? Header(string name) =>
        Headers.Where(header => Is(header.Name, name)).Select(header => header.Value).FirstOrDefault();

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
