namespace Claviger.Aws;

/// <summary>An operation with the types of its request and response.</summary>
public sealed class OperationModel<TRequest, TResponse> : OperationModel
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    internal OperationModel(ServiceModel service, string name, bool isUnsigned = false, bool hasResult = true, OperationBody takes = OperationBody.Form)
        : base(service, name, isUnsigned, hasResult, takes)
    {
    }

    /// <inheritdoc/>
    public override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public override Type ResponseType => typeof(TResponse);

    /// <inheritdoc cref="OperationModel.Bind"/>
    public new TRequest Bind(RequestContent content)
    {
        TRequest request = TRequest.Read(content);
        Validate(request);
        return request;
    }

    /// <summary>Validates a request that didn't come over the wire.</summary>
    /// <exception cref="AwsError">ValidationError with every violation.</exception>
    public void Validate(TRequest request)
    {
        var errors = new ValidationErrors(Service.Wording);
        request.Validate(errors);
        errors.ThrowIfAny();
    }

    private protected override IRequestShape BindShape(RequestContent content) => Bind(content);
}
