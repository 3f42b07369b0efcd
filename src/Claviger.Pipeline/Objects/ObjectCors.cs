using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>What a bucket's CORS rules let scripts of other origins do: preflights, and the headers of answers.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html</remarks>
public sealed class ObjectCors(IStore store)
{
    private const string NotEnabled = "CORSResponse: CORS is not enabled for this bucket.";
    private const string NotAllowed =
        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / "
        + "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

    /// <summary>The headers that answer a preflight.</summary>
    /// <exception cref="AwsError">AccessForbidden: no rule matches. BadRequest: it is no preflight.</exception>
    internal async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> PreflightAsync(HttpRequest request, ObjectAddress address)
    {
        string? origin = request.Headers.Origin;
        string? method = request.Headers.AccessControlRequestMethod;
        if (string.IsNullOrEmpty(origin))
        {
            throw new AwsError("BadRequest", 400, "Insufficient information. Origin request header needed.");
        }

        if (method is not ("GET" or "PUT" or "POST" or "DELETE" or "HEAD"))
        {
            throw new AwsError("BadRequest", 400, $"Invalid Access-Control-Request-Method: {method ?? "null"}");
        }

        var asked = request.Headers.AccessControlRequestHeaders.ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rules = address.Bucket is { } bucket ? await RulesOfAsync(bucket) : null;
        if (rules is null)
        {
            throw Forbidden(NotEnabled, request.Method);
        }

        var rule = rules.FirstOrDefault(rule => Matches(rule, origin, method) && asked.All(header => AllowsHeader(rule, header)))
            ?? throw Forbidden(NotAllowed, request.Method);
        var headers = HeadersOf(rule, origin);
        if (asked.Length > 0)
        {
            headers.Add(new("Access-Control-Allow-Headers", string.Join(", ", asked).ToLowerInvariant()));
        }

        return headers;
    }

    /// <summary>Adds to an answer what lets a script of the request's origin read it, if a rule does.</summary>
    internal async ValueTask AllowAsync(HttpContext http, string? bucket)
    {
        string? origin = http.Request.Headers.Origin;
        if (string.IsNullOrEmpty(origin) || bucket is null || await RulesOfAsync(bucket) is not { } rules)
        {
            return;
        }

        var rule = rules.FirstOrDefault(rule => Matches(rule, origin, http.Request.Method));
        foreach (var (name, value) in rule is null ? [] : HeadersOf(rule, origin))
        {
            http.Response.Headers[name] = value;
        }
    }

    private static AwsError Forbidden(string message, string method) =>
        new AwsError("AccessForbidden", 403, message).With("Method", method).With("ResourceType", "BUCKET");

    private static List<KeyValuePair<string, string>> HeadersOf(CORSRuleShape rule, string origin)
    {
        // AWS: a rule for every origin is answered with "*", and without credentials.
        var isForAll = rule.AllowedOrigins.Contains("*");
        List<KeyValuePair<string, string>> headers =
        [
            new("Access-Control-Allow-Origin", isForAll ? "*" : origin),
            new("Access-Control-Allow-Methods", string.Join(", ", rule.AllowedMethods)),
            new("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"),
        ];
        if (!isForAll)
        {
            headers.Add(new("Access-Control-Allow-Credentials", "true"));
        }

        if (rule.ExposeHeaders is { Count: > 0 } exposed)
        {
            headers.Add(new("Access-Control-Expose-Headers", string.Join(", ", exposed)));
        }

        if (rule.MaxAgeSeconds is { } seconds)
        {
            headers.Add(new("Access-Control-Max-Age", $"{seconds}"));
        }

        return headers;
    }

    private static bool Matches(CORSRuleShape rule, string origin, string method) =>
        rule.AllowedMethods.Contains(method) && rule.AllowedOrigins.Any(allowed => IsLike(allowed, origin, StringComparison.Ordinal));

    private static bool AllowsHeader(CORSRuleShape rule, string header) =>
        rule.AllowedHeaders?.Any(allowed => IsLike(allowed, header, StringComparison.OrdinalIgnoreCase)) == true;

    // A pattern has at most one asterisk.
    private static bool IsLike(string pattern, string text, StringComparison comparison)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? pattern.Equals(text, comparison)
            : text.Length >= pattern.Length - 1 && text.StartsWith(pattern[..star], comparison) && text.EndsWith(pattern[(star + 1)..], comparison);
    }

    private async ValueTask<IReadOnlyList<CORSRuleShape>?> RulesOfAsync(string bucket)
    {
        var text = await store.ReadAsync(bucket, static (state, name) => Buckets.Find(state, name)?.Cors);
        return text is null ? null : CorsRules.Read(text);
    }
}
