namespace Claviger.Aws;

/// <summary>Finds the operation of a service of REST with JSON by method and path.</summary>
public sealed class JsonRouter
{
    private readonly JsonRoute[] _routes;

    internal JsonRouter(params JsonRoute[] routes) => _routes = routes;

    /// <summary>Whether any operation's path begins with the first segment of this one.</summary>
    public bool Serves(ReadOnlySpan<char> path)
    {
        foreach (JsonRoute route in _routes)
        {
            if (path.Length > 0 && path[1..].StartsWith(route.First, StringComparison.Ordinal)
                && (path.Length == route.First.Length + 1 || path[route.First.Length + 1] == '/'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operation of a request; null if there is none.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as it came, without the query.</param>
    /// <param name="members">What the path holds of the request's members, by their names.</param>
    public OperationModel? Find(string method, string path, out IReadOnlyDictionary<string, string> members)
    {
        string[] segments = path.Length == 0 ? [] : path[1..].Split('/');
        foreach (JsonRoute route in _routes)
        {
            if (route.Matches(method, segments, out Dictionary<string, string> found))
            {
                members = found;
                return route.Operation;
            }
        }

        members = new Dictionary<string, string>();
        return null;
    }
}
