using System.Collections.Frozen;
using System.Text;

namespace Claviger.Aws;

/// <summary>Finds the operation that a REST request is for, by method, path, query and headers.</summary>
public sealed class RestRouter
{
    private readonly FrozenDictionary<(string Method, RestLevel Level), RestRoute[]> _routes;
    // By their lengths.
    private readonly string[][] _subresources;
    private readonly FrozenSet<OperationModel> _onObjects;

    internal RestRouter(RestRoute[] routes)
    {
        _routes = routes
            .GroupBy(route => (route.Method, route.Level))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(route => route.Conditions).ToArray());
        _onObjects = routes.Where(route => route.Level == RestLevel.Object).Select(route => route.Operation).ToFrozenSet();
        string[] names =
        [
            .. routes.SelectMany(route => route.Literals).Where(name => !name.Contains('=', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        _subresources = [.. Enumerable.Range(0, names.Max(name => name.Length) + 1).Select(length => names.Where(name => name.Length == length).ToArray())];
    }

    /// <summary>Whether an operation's path names an object.</summary>
    public bool IsOnObject(OperationModel operation) => _onObjects.Contains(operation);

    /// <summary>The operation of a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="level">What the path names.</param>
    /// <param name="query">The query.</param>
    /// <param name="headers">The headers.</param>
    /// <exception cref="AwsError">
    /// MethodNotAllowed: there is no such operation on what the path and the query name. InvalidArgument: the query names two things.
    /// </exception>
    public OperationModel Find(string method, RestLevel level, QueryParameters query, IRequestHeaders headers)
    {
        string? subresource = query.Count == 0 ? null : SubresourceIn(query);
        if (_routes.TryGetValue((method, level), out RestRoute[]? candidates))
        {
            foreach (RestRoute route in candidates)
            {
                // INVARIANT: what the query names is what is acted on: an operation on the whole never answers for a part that it doesn't know.
                if ((subresource is null || route.Literals.Contains(subresource)) && route.Meets(query, headers))
                {
                    return route.Operation;
                }
            }
        }

        throw S3Error.MethodNotAllowed(method, subresource?.ToUpperInvariant() ?? level switch
        {
            RestLevel.Service => "SERVICE",
            RestLevel.Bucket => "BUCKET",
            RestLevel.Object => "OBJECT",
        });
    }

    // Of a query whose parameters are in order, a name that comes twice counts once.
    private string? SubresourceIn(QueryParameters query)
    {
        string? found = null;
        for (int i = 0; i < query.Count; i++)
        {
            if (SubresourceOf(query.Name(i)) is not { } name || name == found)
            {
                continue;
            }

            if (found is not null)
            {
                throw S3Error.InvalidArgument($"Conflicting query string parameters: {found}, {name}", "ResourceType", found);
            }

            found = name;
        }

        return found;
    }

    private string? SubresourceOf(ReadOnlySpan<byte> name)
    {
        foreach (string subresource in name.Length < _subresources.Length ? _subresources[name.Length] : [])
        {
            if (Ascii.Equals(name, subresource))
            {
                return subresource;
            }
        }

        return null;
    }
}
