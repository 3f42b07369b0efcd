namespace Claviger.Aws;

/// <summary>What a request shape is read from.</summary>
public sealed class RequestContent
{
    /// <summary>The parameters of query string and form body.</summary>
    public required QueryParameters Parameters { get; init; }
}
