using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>All that there is to a session. It travels sealed in the session token; the server keeps nothing of it.</summary>
public sealed record SessionDocument
{
    /// <summary>What the session acts as.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>How it came about.</summary>
    public required SessionOrigin Origin { get; init; }

    /// <summary>The account it acts in.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the role, of the user, or of the user that asked for a federated user's; the account's number for the root user.
    /// One deleted and made again under its name has another.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>Name of a role's session, or of a federated user; null for others.</summary>
    public string? SessionName { get; init; }

    /// <summary>When it began, in whole seconds.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it ends, in whole seconds.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When a second factor was shown; null if none was.</summary>
    public DateTimeOffset? MfaAt { get; init; }

    /// <summary>The inline session policy; null if there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>ARNs of managed policies that narrow the session.</summary>
    public IReadOnlyList<string> PolicyArns { get; init; } = [];

    /// <summary>Session tags, those inherited by role chaining among them.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>Keys of the tags that a further session of role chaining inherits.</summary>
    public IReadOnlyList<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>Who is behind the session, for good; null if nobody said.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The provider that vouched; null without federation.</summary>
    public string? FederatedProvider { get; init; }

    /// <summary>Condition keys of the service that delivered the credentials, as <c>ec2:RoleDelivery</c>, with their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DeliveryKeys { get; init; } = [];
}
