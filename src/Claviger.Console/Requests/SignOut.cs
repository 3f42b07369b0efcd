using Claviger.Pipeline;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Claviger.Console;

/// <summary>The end of a session, at its owner's wish.</summary>
internal static class SignOut
{
    public const string Path = "/session/end";

    public static async Task<IResult> AnswerAsync(
        HttpContext http, [FromServices] Cookies cookies, [FromServices] ConsoleSessionBook book, [FromServices] IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var account = http.Features.Get<ConsoleSession>() is { } session ? session.Alias ?? session.Caller.Account.ToString() : null;
        if (cookies.Session(http) is { } token)
        {
            await book.EndAsync(token);
        }

        cookies.DropSession(http);
        return Results.Redirect(account is null ? SessionGate.SignInPath : $"{SessionGate.SignInPath}/{account}");
    }
}
