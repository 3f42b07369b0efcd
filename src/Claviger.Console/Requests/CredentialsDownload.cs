using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Claviger.Console;

/// <summary>The download of new credentials as a file: sealed in the page that shows them, for its own session, and given out once.</summary>
internal static class CredentialsDownload
{
    public const string Path = "/iam/credentials.csv";
    public const string Field = "file";

    public static async Task<IResult> AnswerAsync(
        HttpContext http, [FromServices] IAntiforgery antiforgery, [FromServices] Seals seals, [FromServices] OneTimeFiles once)
    {
        if (!await antiforgery.IsRequestValidAsync(http)
            || (await http.Request.ReadFormAsync(http.RequestAborted))[Field].ToString() is not { Length: > 0 } sealedFile
            || CredentialsFile.Open(seals, http, sealedFile) is not { } file)
        {
            return Results.BadRequest("This download has expired.");
        }

        return once.TryGive(file.Id)
            ? Results.File(Encoding.UTF8.GetBytes(file.Text), "text/csv", file.Name)
            : Results.Text("This file was downloaded before, and is given out once.", statusCode: StatusCodes.Status410Gone);
    }
}
