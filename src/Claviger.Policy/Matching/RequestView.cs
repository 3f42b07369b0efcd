namespace Claviger.Policy;

/// <summary>A request taken apart once for all the statements it is held against.</summary>
internal readonly ref struct RequestView
{
    /// <summary>Takes a request apart. <paramref name="scratch"/> has room for <see cref="ScratchLength"/> characters and is kept.</summary>
    public RequestView(in AuthorizationRequest request, bool hasBoundary, Span<char> scratch)
    {
        Principal = request.Principal;
        Context = request.Context;
        HasBoundary = hasBoundary;

        var action = scratch[..request.Action.Length];
        AsciiLower.Write(request.Action, action);
        var colon = action.IndexOf(':');

        // What is no action (2.1) is covered by the bare asterisk alone.
        Action = colon >= 0 && !action[(colon + 1)..].Contains(':') ? action : default;
        ActionHash = string.GetHashCode(Action);
        Service = Action.IsEmpty ? default : Action[..(colon + 1)];
        ServiceHash = string.GetHashCode(Service);

        Resource = new ArnView(request.Resource);
    }

    public Principal Principal { get; }

    public IContextSource Context { get; }

    /// <summary>Whether a permissions boundary applies to the caller.</summary>
    public bool HasBoundary { get; }

    /// <summary>The action in lower case; empty if it has not exactly one colon.</summary>
    public ReadOnlySpan<char> Action { get; }

    /// <summary>The hash of <see cref="Action"/>.</summary>
    public int ActionHash { get; }

    /// <summary>The service prefix with its colon; empty where <see cref="Action"/> is.</summary>
    public ReadOnlySpan<char> Service { get; }

    /// <summary>The hash of <see cref="Service"/>.</summary>
    public int ServiceHash { get; }

    /// <summary>The resource.</summary>
    public ArnView Resource { get; }

    public static int ScratchLength(in AuthorizationRequest request) => request.Action.Length;
}
