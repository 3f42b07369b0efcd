using System.Text;

namespace Claviger.Aws;

/// <summary>The parts of a REST request that its shape is read from.</summary>
public sealed class RestRequest : RestMessage
{
    /// <summary>The bucket that path or host names; null for none.</summary>
    public string? Bucket { get; init; }

    /// <summary>The key behind the bucket, decoded once; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The query's parameters.</summary>
    public required QueryParameters Parameters { get; init; }

    /// <summary>The body of an operation that takes the bytes of an object; null for others.</summary>
    public ContentStream? Content { get; init; }

    /// <summary>A text of the query.</summary>
    public string? Query(string name) => ValueOf(Parameters, name);

    /// <summary>A number of the query.</summary>
    public int? QueryInteger(string name) => Integer(name, Query(name));

    /// <summary>A truth of the query.</summary>
    public bool? QueryBoolean(string name) => Boolean(name, Query(name));

    internal static string? ValueOf(QueryParameters parameters, string name)
    {
        Span<byte> bytes = stackalloc byte[64];
        return parameters.Root.String(bytes[..Encoding.ASCII.GetBytes(name, bytes)]);
    }
}
