using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Claviger.Ec2;

/// <summary>The instance metadata service (IMDS), version 1 and 2, as an instance reaches it at 169.254.169.254.</summary>
/// <remarks>
/// INVARIANT: whose metadata is answered is decided by the connection alone, which came in by a socket of the instance's own network; nothing
/// that a request says can name another instance.
/// </remarks>
public sealed class MetadataEndpoint
{
    private const string TokenHeader = "X-aws-ec2-metadata-token";
    private const string LifeHeader = "X-aws-ec2-metadata-token-ttl-seconds";
    private const string TokenPath = "api/token";

    private readonly InstanceFactsSource _facts;
    private readonly MetadataContent _content;
    private readonly MetadataTokens _tokens;

    /// <summary>The service over what is known of instances.</summary>
    public MetadataEndpoint(InstanceFactsSource facts, MetadataContent content, TimeProvider time)
    {
        _facts = facts;
        _content = content;
        _tokens = new MetadataTokens(time);
    }

    /// <summary>Answers a request of an instance.</summary>
    public async Task HandleAsync(HttpContext http, InstanceConnection connection)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(connection);
        http.Response.Headers.Server = "EC2ws";
        if (await _facts(connection.InstanceId, http.RequestAborted) is not { } facts)
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound);
        }
        else if (!facts.Metadata.EndpointEnabled)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden);
        }
        else if (HttpMethods.IsPut(http.Request.Method))
        {
            await IssueTokenAsync(http, facts);
        }
        else if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            await AnswerAsync(http, facts);
        }
        else
        {
            http.Response.Headers.Allow = "GET, HEAD, PUT, OPTIONS";
            await RefuseAsync(http, StatusCodes.Status405MethodNotAllowed);
        }
    }

    private async Task IssueTokenAsync(HttpContext http, InstanceFacts facts)
    {
        // AWS: what came through a proxy gets no token, nor does a PUT elsewhere.
        if (http.Request.Headers.ContainsKey("X-Forwarded-For") || !MetadataPath.TryRead(http.Request, out var path) || path.TrimEnd('/') != TokenPath)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden);
            return;
        }

        if (!int.TryParse(http.Request.Headers[LifeHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > MetadataTokens.LongestLife)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest);
            return;
        }

        http.Response.Headers[LifeHeader] = seconds.ToString(CultureInfo.InvariantCulture);
        LimitHops(http, (short)facts.Metadata.HopLimit);
        await WriteAsync(http, _tokens.Issue(facts.InstanceId, seconds), "text/plain");
    }

    private async Task AnswerAsync(HttpContext http, InstanceFacts facts)
    {
        var token = http.Request.Headers[TokenHeader];
        var isTrusted = token.Count == 1 && _tokens.IsValid(facts.InstanceId, token[0]!);
        if (!isTrusted && (token.Count > 0 || facts.Metadata.TokensRequired))
        {
            await RefuseAsync(http, StatusCodes.Status401Unauthorized);
            return;
        }

        var delivery = isTrusted ? RoleDelivery.Version2 : RoleDelivery.Version1;
        if (MetadataPath.IsRoot(http.Request))
        {
            await WriteAsync(http, MetadataPath.Versions, "text/plain");
        }
        else if (MetadataPath.TryRead(http.Request, out var path) && await _content.FindAsync(facts, path, delivery) is { } found)
        {
            await WriteAsync(http, found.Bytes, found.Type);
        }
        else
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound);
        }
    }

    // AWS: the answer to a token request may take so many hops; the kernel counts them down. The connection keeps the limit: what is lost is sent
    // again with what the socket has by then, and a token must not get further because another request came in behind it.
    private static void LimitHops(HttpContext http, short hops)
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { Socket: var socket } && socket.Ttl != hops)
        {
            socket.Ttl = hops;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        var title = $"{status} - {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)}";
        return WriteAsync(
            http,
            $"""
             <?xml version="1.0" encoding="iso-8859-1"?>
             <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
             	"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
             <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
              <head>
               <title>{title}</title>
              </head>
              <body>
               <h1>{title}</h1>
              </body>
             </html>

             """,
            "text/html");
    }

    private static Task WriteAsync(HttpContext http, string text, string type) => WriteAsync(http, Encoding.UTF8.GetBytes(text), type);

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> bytes, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
