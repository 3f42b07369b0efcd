namespace Claviger.ShapeGen;

/// <summary>An operation: the names of its input, output and errors.</summary>
internal sealed record OperationDefinition(string Name, string? Input, string? Output, IReadOnlyList<string> Errors, bool IsUnsigned)
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The path, with the query that tells operations of one path apart: <c>/{Bucket}/{Key+}?acl</c>.</summary>
    public string RequestUri { get; init; } = "/";

    /// <summary>The HTTP status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether a later operation has taken its place, on the same path.</summary>
    public bool IsDeprecated { get; init; }

    public string RequestClass => $"{Name}Request";

    public string ResponseClass => $"{Name}Response";
}
