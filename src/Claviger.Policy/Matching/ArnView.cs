namespace Claviger.Policy;

/// <summary>A request's resource with the places of its first five colons.</summary>
internal readonly ref struct ArnView
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _partition;
    private readonly int _service;
    private readonly int _region;
    private readonly int _account;
    private readonly int _resource;

    /// <summary>Splits an ARN; a text with fewer than six segments, such as the bare asterisk, is none.</summary>
    public ArnView(ReadOnlySpan<char> text)
    {
        if (TryNext(text, 0, out var partition) && TryNext(text, partition, out var service) && TryNext(text, service, out var region)
            && TryNext(text, region, out var account) && TryNext(text, account, out var resource))
        {
            _text = text;
            _partition = partition;
            _service = service;
            _region = region;
            _account = account;
            _resource = resource;
        }
    }

    public bool IsArn => _resource > 0;

    /// <summary>The first five segments with their colons.</summary>
    public ReadOnlySpan<char> Header => _text[.._resource];

    /// <summary>The sixth segment, with all further colons.</summary>
    public ReadOnlySpan<char> Tail => _text[_resource..];

    /// <summary>One of the first five segments.</summary>
    public ReadOnlySpan<char> Segment(int index) => index switch
    {
        0 => _text[..(_partition - 1)],
        1 => _text[_partition..(_service - 1)],
        2 => _text[_service..(_region - 1)],
        3 => _text[_region..(_account - 1)],
        _ => _text[_account..(_resource - 1)],
    };

    private static bool TryNext(ReadOnlySpan<char> text, int from, out int next)
    {
        var colon = text[from..].IndexOf(':');
        next = from + colon + 1;
        return colon >= 0;
    }
}
