namespace Claviger.Policy;

/// <summary>
/// The compiled policies that bear on one request, by kind. A kind left null does not apply (the caller is exempt, or has none);
/// an empty set of a limiting kind allows nothing.
/// </summary>
public readonly struct ApplicablePolicies
{
    private readonly PolicySet? _identity;
    private readonly PolicySet? _resource;
    private readonly PolicySet? _boundary;
    private readonly PolicySet? _session;
    private readonly PolicySet? _endpoint;
    private readonly IReadOnlyList<PolicySet>? _serviceControl;
    private readonly IReadOnlyList<PolicySet>? _resourceControl;

    /// <summary>The principal's own, managed and group policies.</summary>
    /// <exception cref="ArgumentException">The set was compiled as another kind.</exception>
    public PolicySet? Identity { get => _identity; init => _identity = Checked(value, PolicyKind.Identity); }

    /// <summary>The resource's policy, or the role's trust policy.</summary>
    /// <exception cref="ArgumentException">The set was compiled as another kind.</exception>
    public PolicySet? Resource
    {
        get => _resource;
        init => _resource = value?.Kind == PolicyKind.Trust ? value : Checked(value, PolicyKind.Resource);
    }

    /// <summary>
    /// The service trusts no identity policy by itself: its resource policy must name the principal or its account (KMS keys, role assumption).
    /// </summary>
    public bool ExplicitTrust { get; init; }

    /// <summary>The permissions boundary of the user or role.</summary>
    /// <exception cref="ArgumentException">The set was compiled as another kind.</exception>
    public PolicySet? Boundary { get => _boundary; init => _boundary = Checked(value, PolicyKind.Boundary); }

    /// <summary>The session policies, inline and by ARN together.</summary>
    /// <exception cref="ArgumentException">The set was compiled as another kind.</exception>
    public PolicySet? Session { get => _session; init => _session = Checked(value, PolicyKind.Session); }

    /// <summary>One set for each level from the organization's root to the caller's account; each must allow. Null or empty: none apply.</summary>
    /// <exception cref="ArgumentException">A set was compiled as another kind.</exception>
    public IReadOnlyList<PolicySet>? ServiceControl
    {
        get => _serviceControl;
        init => _serviceControl = Checked(value, PolicyKind.ServiceControl);
    }

    /// <summary>One set for each level from the organization's root to the resource's account; each must allow. Null or empty: none apply.</summary>
    /// <exception cref="ArgumentException">A set was compiled as another kind.</exception>
    public IReadOnlyList<PolicySet>? ResourceControl
    {
        get => _resourceControl;
        init => _resourceControl = Checked(value, PolicyKind.ResourceControl);
    }

    /// <summary>The policy of the VPC endpoint that the request came through.</summary>
    /// <exception cref="ArgumentException">The set was compiled as another kind.</exception>
    public PolicySet? Endpoint { get => _endpoint; init => _endpoint = Checked(value, PolicyKind.Endpoint); }

    /// <summary>What the service has fixed for this action beside all policies.</summary>
    public StandingRule Standing { get; init; }

    private static PolicySet? Checked(PolicySet? set, PolicyKind kind) =>
        set is null || set.Kind == kind ? set : throw new ArgumentException($"The set was compiled as {set.Kind}, not as {kind}.", nameof(set));

    private static IReadOnlyList<PolicySet>? Checked(IReadOnlyList<PolicySet>? levels, PolicyKind kind)
    {
        for (var i = 0; i < levels?.Count; i++)
        {
            Checked(levels[i], kind);
        }

        return levels;
    }
}
