namespace Claviger.Policy;

/// <summary>Reads a caller from the one string by which a case names it.</summary>
internal static class CasePrincipal
{
    /// <summary>Null is the unsigned caller; an ARN a user, role, session, root user or provider; anything else a service or a provider's host.</summary>
    /// <exception cref="FormatException">It is an ARN of something that is no caller.</exception>
    public static Principal Parse(string? text, string action)
    {
        if (text is null)
        {
            return Principal.Anonymous;
        }

        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            // AWS: cognito-identity.amazonaws.com is a provider where roles are assumed with a web identity.
            var isService = text.EndsWith(".amazonaws.com", StringComparison.Ordinal) || text.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal);
            return isService && !IsFederation(action) ? Principal.Service(text) : Principal.Federated(text);
        }

        if (!Arn.TryParse(text, out var arn) || !AccountId.TryParse(arn.Account, out var account))
        {
            throw new FormatException($"request.principal is no caller: {text}");
        }

        var parts = arn.Resource.Split('/');
        return (arn.Service, parts[0]) switch
        {
            ("iam", "root") when parts.Length == 1 => Principal.Root(account, arn.Partition),
            ("iam", "user") => Principal.User(text, account),
            ("iam", "role") => Principal.Role(text, account),
            ("iam", "oidc-provider" or "saml-provider") => Principal.Federated(text),
            ("sts", "assumed-role") when parts.Length > 2 =>
                Principal.RoleSession(text, $"arn:{arn.Partition}:iam::{account}:role/{parts[1]}", account),
            ("sts", "federated-user") => Principal.FederatedUser(text, account, arn.Resource["federated-user/".Length..]),
            _ => throw new FormatException($"request.principal is no caller: {text}"),
        };
    }

    private static bool IsFederation(string action) =>
        action.Equals("sts:AssumeRoleWithWebIdentity", StringComparison.OrdinalIgnoreCase)
        || action.Equals("sts:AssumeRoleWithSAML", StringComparison.OrdinalIgnoreCase);
}
