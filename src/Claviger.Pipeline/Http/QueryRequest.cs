using System.Text;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>The query protocol's side of an HTTP request: parameters from the query string and from a form.</summary>
internal static class QueryRequest
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Reads the parameters.</summary>
    /// <exception cref="AwsError">They can't be read, or the request belongs to no protocol that is known.</exception>
    public static QueryParameters Read(HttpRequest http, in SignedRequest request)
    {
        var question = request.RawTarget.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 ? [] : Encoding.Latin1.GetBytes(request.RawTarget[(question + 1)..]);
        return QueryParameters.Parse(query, IsForm(http) ? request.Body.Span : default);
    }

    /// <summary>The operation that the parameters name.</summary>
    /// <exception cref="AwsError">None is named, or the service has no such operation in that version.</exception>
    public static OperationModel Operation(ServiceModel service, QueryParameters parameters)
    {
        var action = parameters.Action ?? throw AwsError.MissingAction();
        return parameters.Version == service.ApiVersion && service.Find(action) is { } operation
            ? operation
            : throw AwsError.InvalidAction(action, parameters.Version);
    }

    private static bool IsForm(HttpRequest http) =>
        http.ContentType is null || http.ContentType.AsSpan().TrimStart().StartsWith(Form, StringComparison.OrdinalIgnoreCase);
}
