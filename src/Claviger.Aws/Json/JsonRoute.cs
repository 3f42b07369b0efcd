namespace Claviger.Aws;

/// <summary>Method and path of an operation that is REST with JSON.</summary>
internal sealed class JsonRoute
{
    private readonly string _method;
    private readonly string[] _segments;

    /// <param name="operation">The operation.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path; a segment in braces is a member of the request: <c>/analyzer/{analyzerName}</c>.</param>
    public JsonRoute(OperationModel operation, string method, string path)
    {
        Operation = operation;
        _method = method;
        _segments = path[1..].Split('/');
    }

    public OperationModel Operation { get; }

    /// <summary>The path's first segment.</summary>
    public string First => _segments[0];

    /// <summary>Whether a request is for the operation; if it is, what the path holds of its members.</summary>
    public bool Matches(string method, ReadOnlySpan<string> path, out Dictionary<string, string> members)
    {
        members = new(StringComparer.Ordinal);
        if (method != _method || path.Length != _segments.Length)
        {
            return false;
        }

        for (int i = 0; i < path.Length; i++)
        {
            if (_segments[i][0] != '{')
            {
                if (_segments[i] != path[i])
                {
                    return false;
                }
            }
            else if (path[i].Length == 0)
            {
                return false;
            }
            else
            {
                members[_segments[i][1..^1]] = Uri.UnescapeDataString(path[i]);
            }
        }

        return true;
    }
}
