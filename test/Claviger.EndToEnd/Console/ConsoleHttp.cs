using System.Net;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>The console as a program sees it that posts forms by hand. It keeps cookies, and follows no redirect.</summary>
public sealed partial class ConsoleHttp : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>A visitor without cookies.</summary>
    public ConsoleHttp(Uri console)
    {
        Console = console;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = console };
    }

    /// <summary>The console.</summary>
    public Uri Console { get; }

    /// <summary>The cookies that it was given.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The session's cookie; null if there is none.</summary>
    public Cookie? Session => Cookies.GetCookies(Console)["claviger-session"];

    /// <summary>Asks for a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>The text of a page.</summary>
    public async Task<string> TextAsync(string address) => await TextAsync(await GetAsync(address));

    /// <summary>The text of an answer.</summary>
    public static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    /// <summary>Posts a form of a page, with what the page hides in it.</summary>
    /// <param name="address">The page.</param>
    /// <param name="form">The form's name.</param>
    /// <param name="fields">What is typed.</param>
    /// <param name="origin">Where the browser says that it comes from; the console itself where it is not given, nowhere where empty.</param>
    /// <param name="csrf">The form's token; the page's own where it is not given.</param>
    public async Task<HttpResponseMessage> PostAsync(
        string address, string form, IEnumerable<(string Name, string Value)> fields, string? origin = null, string? csrf = null)
    {
        csrf ??= Token().Match(await (await GetAsync(address)).Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(
                fields.Append(("_handler", form)).Append(("csrf", csrf)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        if (origin is not "")
        {
            request.Headers.Add("Origin", origin ?? Console.GetLeftPart(UriPartial.Authority));
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Uploads files by the form of the page for that.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">The folder.</param>
    /// <param name="files">Names and contents.</param>
    /// <param name="csrf">The form's token; the page's own where it is not given.</param>
    public async Task<HttpResponseMessage> UploadAsync(string bucket, string prefix, IEnumerable<(string Name, HttpContent Content)> files, string? csrf = null)
    {
        csrf ??= Token().Match(await TextAsync($"/s3/upload?bucket={bucket}")).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(csrf), "csrf" }, { new StringContent(bucket), "bucket" }, { new StringContent(prefix), "prefix" } };
        foreach (var (name, content) in files)
        {
            form.Add(content, "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/s3/objects", UriKind.Relative)) { Content = form };
        request.Headers.Add("Origin", Console.GetLeftPart(UriPartial.Authority));
        return await _http.SendAsync(request);
    }

    /// <summary>The path and query that an answer leads to; it must be of the console.</summary>
    public string LeadsTo(HttpResponseMessage answer)
    {
        var address = new Uri(Console, answer.Headers.Location!);
        Assert.Equal(Console.GetLeftPart(UriPartial.Authority), address.GetLeftPart(UriPartial.Authority));
        return address.PathAndQuery;
    }

    /// <summary>Tries to sign in.</summary>
    public Task<HttpResponseMessage> SignInAsync(string user, string password, string account = LiveServer.AccountId, string returnTo = "/") =>
        PostAsync("/signin", "signin", [("account", account), ("username", user), ("password", password), ("returnTo", returnTo)]);

    /// <summary>Tries to sign in as a root user.</summary>
    public Task<HttpResponseMessage> SignInAsRootAsync(string email = LiveServer.RootEmail, string password = LiveServer.RootPassword) =>
        PostAsync("/signin?type=root", "signin", [("email", email), ("password", password)]);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
