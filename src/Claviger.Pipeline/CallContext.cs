using System.Net;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>One call on its way through the pipeline: who, from where, when, for what.</summary>
public sealed class CallContext
{
    /// <summary>The id that the answer, the audit event and AWS's clients know the call by.</summary>
    public required string RequestId { get; init; }

    /// <summary>When the call arrived; every decision and record of it uses this one time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Address of the peer; null for calls among the services themselves.</summary>
    public IPAddress? SourceAddress { get; init; }

    /// <summary>The User-Agent header, as sent.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The Referer header, as sent.</summary>
    public string? Referer { get; init; }

    /// <summary>Whether the call came over TLS.</summary>
    public bool IsSecureTransport { get; init; }

    /// <summary>The address under which the call has reached its bucket, without a slash at the end; null for calls that did not come over HTTP.</summary>
    public string? BucketUrl { get; internal set; }

    /// <summary>Region of the credential scope; <c>us-east-1</c> where there is none.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>What the names in a list must hold, without regard to case; null for all. For calls among the services: it narrows what the list would be.</summary>
    public string? Holding { get; init; }

    /// <summary>What a service says of the credentials that it asks for and will deliver: condition keys, as <c>ec2:RoleDelivery</c>, with their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DeliveryKeys { get; init; } = [];

    /// <summary>The authenticated principal. Set by authentication; an anonymous one until then.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>When a second factor was shown with this very call; null if none was. The caller's session knows of its own.</summary>
    public DateTimeOffset? MfaAt { get; set; }

    /// <summary>What the request itself has proved of its caller, for the operation that checked it; null where it proves nothing.</summary>
    public object? Proof { get; set; }

    /// <summary>What another server was asked for the decision, for the operation that asked it; null where nothing was.</summary>
    public object? Learnt { get; set; }

    /// <summary>The operation asked for; null as long as it is not known.</summary>
    public OperationModel? Operation { get; set; }

    /// <summary>The operation of our own that is asked for; null for AWS's.</summary>
    internal string? OwnOperation { get; set; }

    /// <summary>The service that the audit trail counts <see cref="OwnOperation"/> to; null for those that no service of AWS has.</summary>
    internal string? OwnOperationService { get; set; }

    /// <summary>The request's shape; null as long as it is not bound.</summary>
    internal IRequestShape? Request { get; set; }

    /// <summary>The request of REST that the shape was read from; null where it came in another way.</summary>
    public RestRequest? Rest { get; internal set; }

    /// <summary>Whether the operation changes nothing.</summary>
    internal bool IsRead { get; set; }

    /// <summary>Whether it is about the data in a resource rather than the resource: an object rather than its bucket.</summary>
    internal bool IsData { get; set; }

    /// <summary>The context keys that the wire alone can give, such as how a request was signed; null where there was none.</summary>
    internal IContextSource? WireKeys { get; set; }

    /// <summary>Takes the decisions of this call; set once an operation is run.</summary>
    internal Authorizer? Authorizer { get; set; }

    /// <summary>
    /// Asks whether the caller may do something that the call as a whole doesn't hang on: an object of several that are deleted, or whether
    /// to learn that one doesn't exist.
    /// </summary>
    /// <returns>The refusal of the first target that is not allowed; null if all are.</returns>
    public AwsError? Refusal(Targets targets, ReadTransaction state) =>
        (Authorizer ?? throw new InvalidOperationException("No operation is run.")).Refusal(this, targets, state);
}
