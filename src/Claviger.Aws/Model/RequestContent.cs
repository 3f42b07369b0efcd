namespace Claviger.Aws;

/// <summary>What a request shape is read from: a form of the query protocol, a body of JSON, or the parts of a REST request.</summary>
public sealed class RequestContent
{
    private readonly QueryParameters? _parameters;
    private readonly RestRequest? _rest;
    private readonly RequestJson? _json;
    private readonly RestJsonRequest? _restJson;

    /// <summary>The parameters of query string and form body.</summary>
    public QueryParameters Parameters
    {
        get => _parameters ?? throw new InvalidOperationException("The request has no form.");
        init => _parameters = value;
    }

    /// <summary>The path, query, headers and body of REST.</summary>
    public RestRequest Rest
    {
        get => _rest ?? throw new InvalidOperationException("The request isn't one of REST.");
        init => _rest = value;
    }

    /// <summary>The body of the JSON protocol.</summary>
    public RequestJson Json
    {
        get => _json ?? throw new InvalidOperationException("The request isn't one of JSON.");
        init => _json = value;
    }

    /// <summary>The path, query and body of REST with JSON.</summary>
    public RestJsonRequest RestJson
    {
        get => _restJson ?? throw new InvalidOperationException("The request isn't one of REST with JSON.");
        init => _restJson = value;
    }
}
