namespace Claviger.Aws;

/// <summary>An operation of a service: its name, how it is signed, and how its request is read.</summary>
public abstract class OperationModel
{
    private protected OperationModel(ServiceModel service, string name, bool isUnsigned, bool hasResult, OperationBody takes)
    {
        Takes = takes;
        Service = service;
        Name = name;
        IsUnsigned = isUnsigned;
        HasResult = hasResult;
    }

    /// <summary>The service that has the operation.</summary>
    public ServiceModel Service { get; }

    /// <summary>The operation's name, which is not always that of its action: <c>CreateUser</c>.</summary>
    public string Name { get; }

    /// <summary>Whether AWS takes it without a signature.</summary>
    public bool IsUnsigned { get; }

    /// <summary>Whether the model gives it an output; without, an answer holds only the request's id.</summary>
    public bool HasResult { get; }

    /// <summary>What the body of its request is.</summary>
    public OperationBody Takes { get; }

    /// <summary>The type of its request shape.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The type of its response shape.</summary>
    public abstract Type ResponseType { get; }

    /// <summary>Reads and validates a request.</summary>
    /// <exception cref="AwsError">A value has the wrong form, or a constraint is broken (ValidationError with every violation).</exception>
    public IRequestShape Bind(RequestContent content) => BindShape(content);

    private protected abstract IRequestShape BindShape(RequestContent content);

    /// <inheritdoc/>
    public override string ToString() => $"{Service.Name}:{Name}";
}
