namespace Claviger.Policy;

/// <summary>
/// One entry of Resource or NotResource: six segments, the first five globs without regard to ASCII case, the sixth a glob with variables.
/// </summary>
internal sealed class ResourcePattern
{
    private const int HeaderSegments = 5;

    /// <summary>The first five segments with their colons, in lower case, if none holds a wildcard.</summary>
    private readonly string? _literalHeader;

    /// <summary>The first five segments if any holds a wildcard; null stands for a bare asterisk.</summary>
    private readonly TextPattern?[] _header = [];

    /// <summary>The sixth segment.</summary>
    private readonly TextPattern? _tail;

    public ResourcePattern(string text, bool variables)
    {
        Text = text;
        if (text == "*")
        {
            MatchesAll = true;
            return;
        }

        Span<Range> segments = stackalloc Range[HeaderSegments + 1];
        var source = text.AsSpan();
        var count = source.Split(segments, ':');
        if (count > HeaderSegments)
        {
            _tail = TextPattern.Compile(source[segments[HeaderSegments]], wildcards: true, variables);
            var header = source[..segments[HeaderSegments].Start];
            if (!header.ContainsAny('*', '?'))
            {
                _literalHeader = AsciiLower.Of(header.ToString());
                return;
            }
        }
        else
        {
            Short = !text.Contains('*', StringComparison.Ordinal) ? ShortArn.WithoutWildcard
                : text.EndsWith('*') ? ShortArn.EndsInWildcard
                : ShortArn.WithWildcard;
        }

        _header = new TextPattern?[HeaderSegments];
        for (var i = 0; i < Math.Min(count, HeaderSegments); i++)
        {
            var pattern = TextPattern.Compile(AsciiLower.Of(source[segments[i]].ToString()), wildcards: true, variables: false);
            _header[i] = pattern.MatchesAnything ? null : pattern;
        }
    }

    /// <summary>Whether an entry has fewer than six segments, and what its wildcards let it be taken for.</summary>
    private enum ShortArn : byte
    {
        No,
        WithoutWildcard,
        WithWildcard,
        EndsInWildcard,
    }

    public string Text { get; }

    /// <summary>The bare asterisk, which alone covers actions without resource.</summary>
    public bool MatchesAll { get; }

    private ShortArn Short { get; }

    /// <summary>Whether the entry, for being too short, counts for nothing in policies of that kind.</summary>
    public bool IsInvalidIn(PolicyKind kind) => Short switch
    {
        ShortArn.No => false,
        ShortArn.WithoutWildcard => kind is not (PolicyKind.Identity or PolicyKind.Session or PolicyKind.Boundary),
        ShortArn.WithWildcard => kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl,
        ShortArn.EndsInWildcard => kind is PolicyKind.ResourceControl,
    };

    /// <summary>Whether it was expanded with wildcards to a whole ARN.</summary>
    public bool IsShort => Short != ShortArn.No;

    /// <summary>Whether each variable has a value in this request.</summary>
    public bool HasValue(IContextSource context) => _tail is null || _tail.HasValue(context);

    public bool IsMatch(in RequestView request)
    {
        if (MatchesAll)
        {
            return true;
        }

        if (request.ArnHeader.IsEmpty)
        {
            // The request's resource is "*" or no ARN: only the bare asterisk covers it.
            return false;
        }

        if (_literalHeader is not null)
        {
            return request.ArnHeader.SequenceEqual(_literalHeader) && _tail!.IsMatch(request.ArnTail, request.Context);
        }

        var header = request.ArnHeader;
        foreach (var pattern in _header)
        {
            var colon = header.IndexOf(':');
            if (pattern is not null && !pattern.IsMatch(header[..colon], EmptyContext.Instance))
            {
                return false;
            }

            header = header[(colon + 1)..];
        }

        return _tail is null || _tail.IsMatch(request.ArnTail, request.Context);
    }
}
