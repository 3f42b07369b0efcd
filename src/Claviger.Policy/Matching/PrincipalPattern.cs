namespace Claviger.Policy;

/// <summary>One entry of Principal or NotPrincipal. There are no partial wildcards.</summary>
internal sealed class PrincipalPattern
{
    private readonly Form _form;
    private readonly AccountId _account;
    private readonly string? _partition;
    private readonly string _name;

    /// <param name="type">The principal's type as the policy spells it.</param>
    /// <param name="value">The entry.</param>
    public PrincipalPattern(string type, string value)
    {
        Type = type;
        Value = value;
        _name = value;
        _form = type switch
        {
            "AWS" => FormOf(value, out _account, out _partition, out _name),
            "Service" => Form.Service,
            "Federated" => Form.Federated,
            "CanonicalUser" => Form.CanonicalUser,
            _ => Form.Nobody,
        };
    }

    private enum Form : byte
    {
        Nobody,
        Everybody,
        Account,
        User,
        Role,
        Exact,
        UniqueId,
        Service,
        Federated,
        CanonicalUser,
    }

    /// <summary>AWS, Service, Federated or CanonicalUser; <c>*</c> for the bare string.</summary>
    public string Type { get; }

    public string Value { get; }

    /// <summary>The entry for the bare string <c>*</c>.</summary>
    public static PrincipalPattern Everybody() => new("AWS", "*");

    /// <summary>Whether a value of type AWS has one of the forms that can name somebody.</summary>
    public static bool IsWellFormed(string value) => FormOf(value, out _, out _, out var name) switch
    {
        Form.Nobody => false,
        Form.UniqueId => value.Length > 0 && !value.AsSpan().ContainsAnyExcept(AsciiSets.Host),
        Form.User or Form.Role or Form.Exact => name.Length > 0 && !name.AsSpan().ContainsAny('*', '?'),
        Form.Everybody or Form.Account or Form.Service or Form.Federated or Form.CanonicalUser => true,
    };

    /// <summary>How directly a caller is named by being one of everybody.</summary>
    /// <remarks>9.8: a federated identity is granted a role only by an entry under Federated, so this much is no grant for it.</remarks>
    public static GrantStrength OfEverybody(Principal caller) =>
        caller.Type == PrincipalType.Federated ? GrantStrength.ViaAccount : GrantStrength.Direct;

    public GrantStrength Match(Principal caller) => _form switch
    {
        Form.Nobody => GrantStrength.None,
        Form.Everybody => OfEverybody(caller),
        Form.Account => MatchAccount(caller),
        Form.User => MatchUser(caller),
        Form.Role => MatchRole(caller),
        Form.Exact => caller.Arn == Value ? GrantStrength.Direct : GrantStrength.None,
        Form.UniqueId => MatchUniqueId(caller),
        Form.Service => caller.Type == PrincipalType.Service && caller.Name == Value ? GrantStrength.Direct : GrantStrength.None,
        Form.Federated => caller.Type == PrincipalType.Federated && caller.Name == Value ? GrantStrength.Direct : GrantStrength.None,
        Form.CanonicalUser => caller.CanonicalUserId == Value ? GrantStrength.ViaAccount : GrantStrength.None,
    };

    private static Form FormOf(string value, out AccountId account, out string? partition, out string name)
    {
        account = default;
        partition = null;
        name = value;
        if (value == "*")
        {
            return Form.Everybody;
        }

        if (AccountId.TryParse(value, out account))
        {
            return Form.Account;
        }

        if (!value.Contains(':', StringComparison.Ordinal) || value.StartsWith("AROA", StringComparison.Ordinal))
        {
            return Form.UniqueId;
        }

        if (!Arn.TryParse(value, out var arn) || !AccountId.TryParse(arn.Account, out account) || arn.Region.Length > 0)
        {
            return Form.Nobody;
        }

        partition = arn.Partition;
        var slash = arn.Resource.LastIndexOf('/');
        name = arn.Resource[(slash + 1)..];
        var kind = slash < 0 ? arn.Resource : arn.Resource[..arn.Resource.IndexOf('/', StringComparison.Ordinal)];
        return (arn.Service, kind) switch
        {
            ("iam", "root") when slash < 0 => Form.Account,
            ("iam", "user") => Form.User,
            ("iam", "role") => Form.Role,
            ("sts", "assumed-role") or ("sts", "federated-user") => Form.Exact,
            _ => Form.Nobody,
        };
    }

    private bool IsInAccount(Principal caller) =>
        caller.Account == _account && (_partition is null || _partition == caller.Partition);

    private GrantStrength MatchAccount(Principal caller) =>
        !IsInAccount(caller) ? GrantStrength.None
        : caller.Type == PrincipalType.Root && UncertainChoices.AccountPrincipalNamesRootDirectly ? GrantStrength.Direct
        : GrantStrength.ViaAccount;

    private GrantStrength MatchUser(Principal caller) => caller.Type switch
    {
        PrincipalType.User when caller.Arn == Value => GrantStrength.Direct,
        PrincipalType.FederatedUser when IsInAccount(caller) && caller.FriendlyName == _name => GrantStrength.ViaUser,
        _ => GrantStrength.None,
    };

    private GrantStrength MatchRole(Principal caller) => caller.Type switch
    {
        // AWS: a session's ARN lacks the role's path, and role names are unique without regard to case.
        PrincipalType.RoleSession when IsInAccount(caller) && _name.Equals(caller.FriendlyName, StringComparison.OrdinalIgnoreCase) =>
            GrantStrength.ViaRole,
        PrincipalType.Role when caller.Arn == Value => GrantStrength.ViaRole,
        _ => GrantStrength.None,
    };

    private GrantStrength MatchUniqueId(Principal caller)
    {
        if (caller.UniqueId is not { Length: > 0 } id || !Value.StartsWith(id, StringComparison.Ordinal))
        {
            return GrantStrength.None;
        }

        if (Value.Length == id.Length)
        {
            return caller.Type switch
            {
                PrincipalType.User => GrantStrength.Direct,
                PrincipalType.FederatedUser => GrantStrength.ViaUser,
                PrincipalType.RoleSession or PrincipalType.Role => GrantStrength.ViaRole,
                _ => GrantStrength.None,
            };
        }

        // AROA...:SESSION is what is left of a session's ARN when its role was replaced by the role's id.
        return caller.SessionName is { } session && Value[id.Length] == ':' && Value.AsSpan(id.Length + 1).SequenceEqual(session)
            ? GrantStrength.Direct
            : GrantStrength.None;
    }
}
