using System.Security.Claims;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Claviger.Console;

/// <summary>Finds who is signed in, anew at every request, and lets nobody else past the sign-in pages.</summary>
internal static class SessionGate
{
    public const string SignInPath = "/signin";
    public const string NewPasswordPath = "/session/password";
    public const string MfaPath = "/session/mfa";

    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        // The page that tells of a problem is everybody's, and doesn't ask the store that may be the problem.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http);
            return;
        }

        var cookies = http.RequestServices.GetRequiredService<Cookies>();
        var session = cookies.Session(http) is { } token
            ? await http.RequestServices.GetRequiredService<ConsoleSessionBook>().FindAsync(token)
            : null;
        if (session is not null)
        {
            http.Features.Set(session);
            // Forms are bound to the session by this name.
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id)], "console"));
        }

        var path = http.Request.Path;
        if (IsOpen(path) || (session is not null && MayPass(session.Debt, path)))
        {
            await next(http);
            return;
        }

        if (!HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync("You are not signed in, or must first do what the sign-in asks for.", http.RequestAborted);
            return;
        }

        var first = session?.Debt switch
        {
            SessionDebt.NewPassword => NewPasswordPath,
            SessionDebt.Mfa => MfaPath,
            _ => SignInPath,
        };
        http.Response.Redirect(ReturnTo(http.Request) is { } then ? $"{first}?returnTo={Uri.EscapeDataString(then)}" : first);
    }

    // What was wanted; from one page that must come first to the next of these, what was wanted before.
    private static string? ReturnTo(HttpRequest request) =>
        request.Path == NewPasswordPath || request.Path == MfaPath ? request.Query["returnTo"].FirstOrDefault()
        : request.Path == "/" ? null
        : request.Path + request.QueryString;

    private static bool IsOpen(PathString path) => path.StartsWithSegments(SignInPath, StringComparison.Ordinal) || path == SignOut.Path;

    // INVARIANT: a session that owes something can do nothing but pay or leave.
    private static bool MayPass(SessionDebt debt, PathString path) => debt switch
    {
        SessionDebt.None => true,
        SessionDebt.NewPassword => path == NewPasswordPath,
        SessionDebt.Mfa => path == MfaPath,
    };
}
