namespace Claviger.Policy.Reference;

/// <summary>Who asks (4.1), read from the principal of a case: an ARN, a service's name, a provider's host name, or nothing.</summary>
internal sealed record Caller(CallerKind Kind, string Text, string? Partition, string? Account, string Name)
{
    public static Caller Of(string? principal, string action)
    {
        if (principal is null)
        {
            return new Caller(CallerKind.Anonymous, "", null, null, "");
        }

        var parts = principal.Split(':', 6);
        if (parts.Length < 6)
        {
            // 4.1: a service is told from a provider's host name by its domain, but for cognito-identity.amazonaws.com in 9.8.
            var federated = action.StartsWith("sts:AssumeRoleWith", StringComparison.OrdinalIgnoreCase);
            var service = principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) || principal.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal);
            var kind = service && !federated ? CallerKind.Service : CallerKind.Provider;
            return new Caller(kind, principal, null, null, principal);
        }

        var path = parts[5].Split('/');
        return (parts[2], path[0]) switch
        {
            ("iam", "user") => OfAccount(CallerKind.User, path[^1]),
            ("iam", "role") => OfAccount(CallerKind.Role, path[^1]),
            ("iam", "root") => OfAccount(CallerKind.Root, "root"),
            ("sts", "assumed-role") => OfAccount(CallerKind.RoleSession, path[1]),
            ("sts", "federated-user") => OfAccount(CallerKind.FederatedUser, path[1]),
            ("iam", "saml-provider" or "oidc-provider") => new Caller(CallerKind.Provider, principal, null, null, principal),
            _ => throw new FormatException($"'{principal}' is no caller."),
        };

        Caller OfAccount(CallerKind kind, string name) => new(kind, principal, parts[1], parts[4], name);
    }

    // 8.2, fixed exceptions: whose SCPs, identity policies, boundaries and session policies are ignored.
    public bool HasNoIdentitySide => Kind is CallerKind.Anonymous or CallerKind.Service or CallerKind.Provider;
}
