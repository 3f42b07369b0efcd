using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The console's cookies: the session, the account that signed in last, a message for the next page.</summary>
internal sealed class Cookies(ConsoleSettings settings, Seals seals)
{
    public const string Csrf = "claviger-csrf";

    /// <summary>The theme that the reader chose; written by the script, read here.</summary>
    public const string Theme = "claviger-theme";

    private const string Account = "claviger-account";
    private const string RegionName = "claviger-region";
    private const string Note = "claviger-note";

    // A name that browsers only take from the host itself, over TLS, for all paths.
    private string SessionName => settings.IsSecure ? "__Host-claviger-session" : "claviger-session";

    public string? Session(HttpContext http) => http.Request.Cookies[SessionName];

    public void KeepSession(HttpContext http, string token) => http.Response.Cookies.Append(SessionName, token, Options(http, SameSiteMode.Lax));

    public void DropSession(HttpContext http) => http.Response.Cookies.Delete(SessionName, Options(http, SameSiteMode.Lax));

    public static string? LastAccount(HttpContext http) => http.Request.Cookies[Account];

    public void KeepAccount(HttpContext http, string account)
    {
        var options = Options(http, SameSiteMode.Strict);
        options.MaxAge = TimeSpan.FromDays(365);
        http.Response.Cookies.Append(Account, account, options);
    }

    public static string? LastRegion(HttpContext http) => http.Request.Cookies[RegionName];

    public void KeepRegion(HttpContext http, string region)
    {
        var options = Options(http, SameSiteMode.Lax);
        options.MaxAge = TimeSpan.FromDays(365);
        http.Response.Cookies.Append(RegionName, region, options);
    }

    /// <summary>Leaves a message for the page that is shown next.</summary>
    public void LeaveNote(HttpContext http, string text)
    {
        var options = Options(http, SameSiteMode.Strict);
        options.MaxAge = TimeSpan.FromMinutes(1);
        http.Response.Cookies.Append(Note, seals.Seal("note", text, TimeSpan.FromMinutes(1)), options);
    }

    /// <summary>Takes the message that the last page left; null if there is none.</summary>
    public string? TakeNote(HttpContext http)
    {
        if (http.Request.Cookies[Note] is not { } note)
        {
            return null;
        }

        http.Response.Cookies.Delete(Note, Options(http, SameSiteMode.Strict));
        return seals.Open("note", note);
    }

    private CookieOptions Options(HttpContext http, SameSiteMode sameSite) => new()
    {
        Path = "/", HttpOnly = true, IsEssential = true, SameSite = sameSite, Secure = settings.IsSecure || http.Request.IsHttps,
    };
}
