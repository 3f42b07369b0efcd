using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks on roles' trust policies.</summary>
internal static partial class TrustChecks
{
    private const string AssumeRole = "AssumeRole";
    private const string WithSaml = "AssumeRoleWithSAML";
    private const string WithWebIdentity = "AssumeRoleWithWebIdentity";

    private static readonly FindingCheck NotPrincipal = FindingCheck.Error("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
        "A trust policy has NotPrincipal.", "Name who may assume the role in Principal.");

    private static readonly FindingCheck Resource = FindingCheck.Error("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
        "A trust policy has Resource or NotResource; its resource is the role.", "Remove the element.");

    private static readonly FindingCheck MismatchedAction = FindingCheck.Error("MISMATCHED_ACTION_FOR_PRINCIPAL",
        "A trust policy's action is not the one by which its kind of principal assumes a role.",
        "Use sts:AssumeRole for AWS and Service, sts:AssumeRoleWithSAML for SAML providers, sts:AssumeRoleWithWebIdentity for OpenID Connect.");

    private static readonly FindingCheck InvalidFederated = FindingCheck.Error("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
        "A federated principal is neither the ARN of an identity provider nor the name of one that AWS knows.",
        "Write the ARN of a saml-provider or oidc-provider of the account.");

    private static readonly FindingCheck MissingOidcKey = FindingCheck.Security("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
        "A trust policy lets everyone in whom an OpenID Connect provider knows: no condition on the subject or audience limits it.",
        "Compare the provider's :sub and :aud keys with fixed values.");

    private static readonly FindingCheck StarTrust = FindingCheck.Security("TRUST_OF_EVERYONE",
        "A trust policy names \"*\" without a condition: any AWS account can assume the role.", "Name the accounts or roles, or add a condition.");

    private static readonly FindingCheck RedundantPrincipal = FindingCheck.Suggestion("REDUNDANT_PRINCIPAL_IN_TRUST_POLICY",
        "A trust policy names an account and also a principal of it, which the account covers only in part: the named one needs no identity policy.",
        "Keep the account only if its administrators are to decide; keep the principal only if they aren't.");

    // Providers that can be named without being created in IAM.
    private static readonly FrozenSet<string> BuiltInProviders =
        new[] { "cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", "accounts.google.com" }.ToFrozenSet();

    // What else a role's trust policy may allow, to whichever principal.
    private static readonly FrozenSet<string> OtherActions =
        new[] { "TagSession", "SetSourceIdentity", "SetContext" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static CheckFamily Family { get; } = new("Trust policies",
        [NotPrincipal, Resource, MismatchedAction, InvalidFederated, MissingOidcKey, StarTrust, RedundantPrincipal], Run);

    /// <summary>Whether a pattern matches an action that has a meaning in a trust policy.</summary>
    public static bool IsRoleAction(ActionPattern pattern) =>
        new[] { AssumeRole, WithSaml, WithWebIdentity, "AssumeRoot" }.Concat(OtherActions).Any(a => pattern.Matches("sts:" + a));

    private static void Run(CheckRun run)
    {
        if (run.Policy.Kind != PolicyKind.Trust)
        {
            return;
        }

        foreach (var statement in run.Policy.Statements)
        {
            if (statement.Resource is { } resource)
            {
                run.Report(Resource, resource.Member, $"{resource.Member.Name} has no place in a trust policy.");
            }

            if (statement.Principal is { IsNegated: true } negated)
            {
                run.Report(NotPrincipal, negated.Member, "A trust policy must name whom it trusts.");
            }
            else if (statement.Principal is { } principal)
            {
                CheckPrincipal(run, statement, principal);
            }
        }
    }

    private static void CheckPrincipal(CheckRun run, StatementSyntax statement, PrincipalSyntax principal)
    {
        foreach (var value in principal.Of("Federated").Where(v => !Glob.HasWildcard(v.Text)))
        {
            if (!ProviderRegex().IsMatch(value.Text) && !BuiltInProviders.Contains(value.Text))
            {
                run.Report(InvalidFederated, value, $"\"{value.Text}\" is no identity provider.");
            }
            else if (statement.IsAllow && OidcHost(value.Text) is { } host && !HasIdentityKey(statement, host))
            {
                run.Report(MissingOidcKey, value, $"No condition on {host}:sub or {host}:aud limits whom {host} may let in.");
            }
        }

        if (statement.IsAllow && principal.IsEveryone && statement.Conditions.IsEmpty)
        {
            run.Report(StarTrust, principal.Member, "Every principal of every account may assume this role.");
        }

        if (statement.Action is { IsNegated: false } action)
        {
            CheckActions(run, principal, action);
        }

        CheckRedundancy(run, principal);
    }

    private static void CheckActions(CheckRun run, PrincipalSyntax principal, ElementSyntax action)
    {
        var wanted = principal.Entries.Select(e => e.Type != "Federated" ? AssumeRole : e.Value.Text.Contains(":saml-provider/", StringComparison.Ordinal) ? WithSaml : WithWebIdentity)
            .Distinct()
            .ToList();
        foreach (var value in action.Values)
        {
            if (ActionPattern.Parse(value.Text) is { } pattern
                && IsRoleAction(pattern)
                && !OtherActions.Any(a => pattern.Matches("sts:" + a))
                && wanted.Count > 0
                && !wanted.Exists(w => pattern.Matches("sts:" + w)))
            {
                run.Report(MismatchedAction, value, $"The principals here assume a role by sts:{string.Join(" or sts:", wanted)}, not {value.Text}.");
            }
        }
    }

    private static void CheckRedundancy(CheckRun run, PrincipalSyntax principal)
    {
        var names = principal.Of("AWS").ToList();
        var accounts = names.Select(n => AccountRegex().Match(n.Text)).Where(m => m.Success).Select(m => m.Groups["id"].Value).ToHashSet();
        foreach (var value in names.Where(n => ArnSegments.Parse(n.Text) is { Resource: not "root" } arn && accounts.Contains(arn.Account)))
        {
            run.Report(RedundantPrincipal, value, $"The account of \"{value.Text}\" is named here too.");
        }
    }

    private static string? OidcHost(string provider)
    {
        const string marker = ":oidc-provider/";
        var start = provider.IndexOf(marker, StringComparison.Ordinal);
        return start >= 0 ? provider[(start + marker.Length)..] : BuiltInProviders.Contains(provider) ? provider : null;
    }

    private static bool HasIdentityKey(StatementSyntax statement, string host) => statement.Conditions.Any(c =>
        c.Operator is { IsNull: false }
        && c.Key.Name.StartsWith(host + ":", StringComparison.OrdinalIgnoreCase)
        && c.Values.Any(v => v.Text.Trim('*').Length > 0));

    [GeneratedRegex("^arn:[a-z-]+:iam::[0-9]{12}:(saml-provider|oidc-provider)/.+$")]
    private static partial Regex ProviderRegex();

    [GeneratedRegex("^((?<id>[0-9]{12})|arn:[a-z-]+:iam::(?<id>[0-9]{12}):root)$")]
    private static partial Regex AccountRegex();
}
