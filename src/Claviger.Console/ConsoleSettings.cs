namespace Claviger.Console;

/// <summary>What pages say of the server that they are of.</summary>
/// <param name="url">How browsers reach the console; asked for once it listens.</param>
/// <param name="isSecure">Whether browsers reach it over TLS.</param>
/// <param name="endpoint">How clients reach the AWS endpoint.</param>
/// <param name="version">The program's version.</param>
public sealed class ConsoleSettings(Lazy<Uri> url, bool isSecure, Uri endpoint, string version)
{
    /// <summary>How browsers reach the console.</summary>
    public Uri Url => url.Value;

    /// <summary>Whether browsers reach it over TLS.</summary>
    public bool IsSecure => isSecure;

    /// <summary>The program's version.</summary>
    public string Version => version;

    /// <summary>Where the users of an account sign in.</summary>
    /// <param name="account">The account's number or alias.</param>
    public string SignInLink(string account) => $"{Url.OriginalString.TrimEnd('/')}/signin/{account}/console";

    /// <summary>The whole address of a page.</summary>
    /// <param name="path">Its path, with a slash before it.</param>
    public string Address(string path) => Url.GetLeftPart(UriPartial.Authority) + path;

    /// <summary>The AWS endpoint as people type it.</summary>
    public string EndpointText => endpoint.OriginalString.TrimEnd('/');
}
