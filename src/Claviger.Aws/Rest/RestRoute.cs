namespace Claviger.Aws;

/// <summary>What makes a REST request one for a certain operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Level">What the path names.</param>
/// <param name="Literals">What stands in the query, with a value if that is part of it: <c>acl</c>, <c>list-type=2</c>.</param>
/// <param name="Parameters">Query parameters that must be there, whatever their value: <c>uploadId</c>.</param>
/// <param name="Header">A header that must be there; null for none.</param>
internal sealed record RestRoute(
    OperationModel Operation, string Method, RestLevel Level, string[] Literals, string[] Parameters, string? Header = null)
{
    /// <summary>How many conditions it has beside method and path.</summary>
    public int Conditions => Literals.Length + Parameters.Length + (Header is null ? 0 : 1);

    /// <summary>Whether a request meets the conditions beside method and path.</summary>
    public bool Meets(QueryParameters query, IRequestHeaders headers) =>
        Literals.All(literal => Holds(query, literal))
        && Parameters.All(name => Has(query, name))
        && (Header is null || headers[Header].Count > 0);

    private static bool Holds(QueryParameters query, string literal)
    {
        int equals = literal.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? Has(query, literal) : RestRequest.ValueOf(query, literal[..equals]) == literal[(equals + 1)..];
    }

    private static bool Has(QueryParameters query, string name) => RestRequest.ValueOf(query, name) is not null;
}
