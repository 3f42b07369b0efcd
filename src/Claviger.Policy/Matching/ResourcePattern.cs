using System.Text;

namespace Claviger.Policy;

/// <summary>
/// One entry of Resource or NotResource: six segments, the first five globs without regard to ASCII case, the sixth a glob with variables.
/// </summary>
internal sealed class ResourcePattern
{
    private const int HeaderSegments = 5;

    /// <summary>The segments to look at first: they tell most ARNs apart.</summary>
    private static readonly int[] Order = [2, 4, 3, 1, 0];

    /// <summary>The first five segments with their colons, if they are plain text.</summary>
    private readonly string? _literalHeader;

    /// <summary>Otherwise those of the first five segments that are more than an asterisk.</summary>
    private readonly SegmentPattern[] _header = [];

    /// <summary>The sixth segment; null for any.</summary>
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
            if (!header.ContainsAny('*', '?') && Ascii.IsValid(header))
            {
                _literalHeader = header.ToString();
                return;
            }
        }
        else
        {
            Short = !text.Contains('*', StringComparison.Ordinal) ? ShortArn.WithoutWildcard
                : text.EndsWith('*') ? ShortArn.EndsInWildcard
                : ShortArn.WithWildcard;
        }

        var patterns = new List<SegmentPattern>(HeaderSegments);
        foreach (var index in Order)
        {
            if (index < count && source[segments[index]] is not "*")
            {
                patterns.Add(new SegmentPattern(index, source[segments[index]]));
            }
        }

        _header = [.. patterns];
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

    /// <summary>Whether it was expanded with wildcards to a whole ARN.</summary>
    public bool IsShort => Short != ShortArn.No;

    private ShortArn Short { get; }

    /// <summary>Whether the entry, for being too short, counts for nothing in policies of that kind.</summary>
    public bool IsInvalidIn(PolicyKind kind) => Short switch
    {
        ShortArn.No => false,
        ShortArn.WithoutWildcard => kind is not (PolicyKind.Identity or PolicyKind.Session or PolicyKind.Boundary),
        ShortArn.WithWildcard => kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl,
        ShortArn.EndsInWildcard => kind is PolicyKind.ResourceControl,
    };

    /// <summary>Whether each variable has a value in this request.</summary>
    public bool HasValue(IContextSource context) => _tail is null || _tail.HasValue(context);

    public bool IsMatch(in RequestView request)
    {
        if (MatchesAll)
        {
            return true;
        }

        // Where the request's resource is "*" or no ARN, only the bare asterisk covers it.
        return request.Resource.IsArn
            && IsHeaderMatch(request.Resource)
            && (_tail is null || _tail.IsMatch(request.Resource.Tail, request.Context));
    }

    private bool IsHeaderMatch(in ArnView arn)
    {
        if (_literalHeader is not null)
        {
            return Ascii.EqualsIgnoreCase(arn.Header, _literalHeader);
        }

        foreach (var segment in _header)
        {
            if (!segment.IsMatch(arn))
            {
                return false;
            }
        }

        return true;
    }
}
