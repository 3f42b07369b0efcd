namespace Claviger.Pipeline;

/// <summary>Where browsers reach the console. Its port may be known only once it listens.</summary>
/// <param name="url">Where, as far as is known before.</param>
public sealed class ConsoleAddress(Uri url)
{
    private volatile Uri _url = url;

    /// <summary>Where.</summary>
    public Uri Url
    {
        get => _url;
        set => _url = value;
    }

    /// <summary>The address of a page.</summary>
    /// <param name="path">The page's path, without a slash before it.</param>
    public string Of(string path) => $"{_url.ToString().TrimEnd('/')}/{path}";
}
