namespace Claviger.Aws;

/// <summary>An AWS service as its clients know it: names, version, namespace, protocol and operations.</summary>
public sealed class ServiceModel
{
    private readonly OperationLookup _find;
    private readonly Lazy<IReadOnlyList<OperationModel>> _operations;
    private readonly Lazy<JsonRouter>? _router;

    internal ServiceModel(
        string name,
        string signingName,
        string apiVersion,
        string xmlNamespace,
        Protocol protocol,
        ValidationWording wording,
        OperationLookup find,
        Func<IReadOnlyList<OperationModel>> operations)
    {
        Name = name;
        SigningName = signingName;
        ApiVersion = apiVersion;
        XmlNamespace = xmlNamespace;
        Protocol = protocol;
        Wording = wording;
        _find = find;
        _operations = new(operations);
    }

    internal delegate OperationModel? OperationLookup(ReadOnlySpan<char> operationName);

    /// <summary>The prefix of the service's endpoint and actions: <c>iam</c>.</summary>
    public string Name { get; }

    /// <summary>The service's name in a SigV4 credential scope.</summary>
    public string SigningName { get; }

    /// <summary>The date that is the API's version: <c>2010-05-08</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>The XML namespace of its documents.</summary>
    public string XmlNamespace { get; }

    /// <summary>How requests are read and answers written.</summary>
    public Protocol Protocol { get; }

    /// <summary>What the header <c>X-Amz-Target</c> begins with in the JSON protocol; null for others.</summary>
    public string? TargetPrefix { get; internal init; }

    /// <summary>Finds the operation of a request where the protocol is REST with JSON; null for others.</summary>
    public JsonRouter? Router => _router?.Value;

    /// <summary>Makes the router when it is first asked for: the operations that it holds name their service.</summary>
    internal Func<JsonRouter> RouterFactory
    {
        init => _router = new(value);
    }

    /// <summary>How it words broken constraints.</summary>
    public ValidationWording Wording { get; }

    /// <summary>All operations, in the order of their names.</summary>
    public IReadOnlyList<OperationModel> Operations => _operations.Value;

    /// <summary>The operation of that exact name, or null.</summary>
    public OperationModel? Find(ReadOnlySpan<char> operationName) => _find(operationName);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {ApiVersion}";
}
