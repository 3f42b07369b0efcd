using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>How many may be signing in at once: who is beyond that is answered late and in a few bytes, so that a flood costs next to nothing.</summary>
internal sealed class SignInCrowd(TimeProvider time)
{
    private const int MostOfAddress = 16;
    private const int Most = 128;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> present = new(StringComparer.Ordinal);
    private int all;

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments(SessionGate.SignInPath, StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        var address = $"{ClientAddress.Of(http)}";
        if (!TryEnter(address))
        {
            await Task.Delay(Patience, time, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = "5";
            await http.Response.WriteAsync("Too many are signing in. Try again in a few seconds.", http.RequestAborted);
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            Leave(address);
        }
    }

    private bool TryEnter(string address)
    {
        lock (gate)
        {
            var own = present.GetValueOrDefault(address);
            if (own >= MostOfAddress || all >= Most)
            {
                return false;
            }

            present[address] = own + 1;
            all++;
            return true;
        }
    }

    private void Leave(string address)
    {
        lock (gate)
        {
            all--;
            if (--present[address] == 0)
            {
                present.Remove(address);
            }
        }
    }
}
