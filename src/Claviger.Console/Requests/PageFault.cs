using Claviger.Aws;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Claviger.Console;

/// <summary>A page that could not be made: its id is on the page and in the log, what went wrong in the log alone.</summary>
internal sealed partial class PageFault(string id, AwsError? error)
{
    /// <summary>What to quote; null where there is nothing to look up, as what was asked for was refused.</summary>
    public string? Id => Error is { HttpStatus: < StatusCodes.Status500InternalServerError } ? null : id;

    /// <summary>AWS's error that it ended with, whose text is for clients; null for any other.</summary>
    public AwsError? Error => error;

    /// <summary>Makes a problem's status of what a page throws; the problem's page is shown for it.</summary>
    public static async Task CatchAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            var fault = new PageFault(RequestId.New(), exception as AwsError);
            if (fault.Id is { } id)
            {
                LogFault(http.RequestServices.GetRequiredService<ILogger<PageFault>>(), exception, id, http.Request.Path);
            }

            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Features.Set(fault);
            http.Response.ContentType = null;
            http.Response.ContentLength = null;
            http.Response.StatusCode = exception switch
            {
                AwsError { HttpStatus: var status } => status,
                BadHttpRequestException { StatusCode: var status } => status,
                _ => StatusCodes.Status500InternalServerError,
            };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The console's page {Path} failed; it was told as {Id}.")]
    private static partial void LogFault(ILogger log, Exception exception, string id, string path);
}
