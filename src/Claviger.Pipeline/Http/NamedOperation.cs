using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>The operation that a request names in the protocol of its service, and what the operation's shape is read from.</summary>
internal readonly struct NamedOperation
{
    private readonly ServiceModel _service;
    private readonly QueryParameters _parameters;
    private readonly SignedRequest _request;
    private readonly IReadOnlyDictionary<string, string>? _pathMembers;

    private NamedOperation(
        ServiceModel service, OperationModel? model, QueryParameters parameters, in SignedRequest request, IReadOnlyDictionary<string, string>? pathMembers)
    {
        _service = service;
        Model = model;
        _parameters = parameters;
        _request = request;
        _pathMembers = pathMembers;
    }

    /// <summary>The operation; null if none is named, or none that the service has.</summary>
    public OperationModel? Model { get; }

    /// <summary>Finds the operation of a request. Nobody has signed it yet: no more than its name is looked at.</summary>
    public static NamedOperation Of(ServiceModel service, IHeaderDictionary headers, in SignedRequest request, QueryParameters parameters)
    {
        IReadOnlyDictionary<string, string>? members = null;
        var model = service switch
        {
            { TargetPrefix: not null } => JsonProtocol.Find(service, headers["X-Amz-Target"]),
            { Router: { } router } => router.Find(request.Method, request.Path.ToString(), out members),
            _ => parameters.Action is { } action ? service.Find(action) : null,
        };
        return new NamedOperation(service, model, parameters, in request, members);
    }

    /// <summary>The operation.</summary>
    /// <exception cref="AwsError">None is named, or the service has no such operation in that version.</exception>
    public OperationModel Demand() => _service.TargetPrefix is null && _service.Router is null
        ? QueryRequest.Operation(_service, _parameters)
        : Model ?? throw AwsError.UnknownOperation();

    /// <summary>What the operation's shape is read from.</summary>
    /// <exception cref="AwsError">The body can't be read.</exception>
    public RequestContent Content()
    {
        if (_service.TargetPrefix is not null)
        {
            return new RequestContent { Json = RequestJson.Parse(_request.Body.Span) };
        }

        return _pathMembers is null
            ? new RequestContent { Parameters = _parameters }
            : new RequestContent { RestJson = new RestJsonRequest(_pathMembers, _request.Query.ToString(), RequestJson.Parse(_request.Body.Span)) };
    }
}
