namespace Claviger.S3;

/// <summary>One of a bucket's CORS rules: which pages may send what, and see what of the answer.</summary>
internal sealed record CorsRule
{
    public string? Id { get; init; }

    public required string[] Origins { get; init; }

    public required string[] Methods { get; init; }

    public string[] Headers { get; init; } = [];

    public string[] Exposed { get; init; } = [];

    public int? MaxAge { get; init; }

    /// <summary>Whether the rule is for a request.</summary>
    /// <param name="origin">The Origin header.</param>
    /// <param name="method">The method, or the one that a preflight asks for.</param>
    /// <param name="headers">The headers that a preflight asks for.</param>
    public bool IsFor(string origin, string method, IEnumerable<string> headers) =>
        Array.Exists(Origins, pattern => Matches(pattern, origin, StringComparison.Ordinal))
        && Methods.Contains(method)
        && headers.All(header => Array.Exists(Headers, pattern => Matches(pattern, header, StringComparison.OrdinalIgnoreCase)));

    // A pattern has one asterisk at most.
    private static bool Matches(string pattern, string text, StringComparison comparison)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? text.Equals(pattern, comparison)
            : text.Length >= pattern.Length - 1 && text.StartsWith(pattern[..star], comparison) && text.EndsWith(pattern[(star + 1)..], comparison);
    }
}
