namespace Claviger.Policy;

/// <summary>A request taken apart once for all the statements it is held against.</summary>
internal readonly ref struct RequestView
{
    private const int HeaderColons = 5;

    /// <summary>Takes a request apart. <paramref name="scratch"/> has room for <see cref="ScratchLength"/> characters and is kept.</summary>
    public RequestView(in AuthorizationRequest request, bool hasBoundary, Span<char> scratch)
    {
        Principal = request.Principal;
        Context = request.Context;
        HasBoundary = hasBoundary;

        var action = scratch[..request.Action.Length];
        AsciiLower.Write(request.Action, action);
        Action = action;
        ActionHash = string.GetHashCode(Action);
        Service = Action[..(Action.IndexOf(':') + 1)];
        ServiceHash = string.GetHashCode(Service);

        ReadOnlySpan<char> resource = request.Resource;
        var headerLength = HeaderLength(resource);
        if (headerLength > 0)
        {
            var header = scratch.Slice(action.Length, headerLength);
            AsciiLower.Write(resource[..headerLength], header);
            ArnHeader = header;
            ArnTail = resource[headerLength..];
        }
    }

    public Principal Principal { get; }

    public IContextSource Context { get; }

    /// <summary>Whether a permissions boundary applies to the caller.</summary>
    public bool HasBoundary { get; }

    /// <summary>The action in lower case.</summary>
    public ReadOnlySpan<char> Action { get; }

    /// <summary>The hash of <see cref="Action"/>.</summary>
    public int ActionHash { get; }

    /// <summary>The service prefix with its colon; empty if there is no colon.</summary>
    public ReadOnlySpan<char> Service { get; }

    /// <summary>The hash of <see cref="Service"/>.</summary>
    public int ServiceHash { get; }

    /// <summary>The resource's first five segments with their colons, in lower case; empty if the resource is no ARN.</summary>
    public ReadOnlySpan<char> ArnHeader { get; }

    /// <summary>The resource's sixth segment.</summary>
    public ReadOnlySpan<char> ArnTail { get; }

    public static int ScratchLength(in AuthorizationRequest request) => request.Action.Length + request.Resource.Length;

    private static int HeaderLength(ReadOnlySpan<char> resource)
    {
        var length = 0;
        for (var i = 0; i < HeaderColons; i++)
        {
            var colon = resource[length..].IndexOf(':');
            if (colon < 0)
            {
                return 0;
            }

            length += colon + 1;
        }

        return length;
    }
}
