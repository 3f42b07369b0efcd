using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The principals of a saved policy: kept as unique ids, so that one deleted and made again inherits nothing; shown as ARNs.</summary>
public static class PolicyPrincipals
{
    private const string AwsType = "AWS";
    private const string UserType = "user/";
    private const string RoleType = "role/";

    /// <summary>The document with the ARNs of users and roles replaced by their unique ids.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="state">Where principals are looked up.</param>
    /// <param name="invalid">The error for a principal of an account that is served here, and that doesn't exist.</param>
    public static string Resolved(string document, ReadTransaction state, Func<string, AwsError> invalid) =>
        PrincipalRewriter.Rewrite(document, (type, value) => type == AwsType ? Resolve(value, state, invalid) : null);

    /// <summary>The document with unique ids replaced by the ARNs of those who have them; the ids of those who are gone stay.</summary>
    public static string Shown(string document, ReadTransaction state) =>
        PrincipalRewriter.Rewrite(document, (type, value) => type == AwsType ? Show(value, state) : null);

    private static string? Resolve(string value, ReadTransaction state, Func<string, AwsError> invalid)
    {
        if (value == "*")
        {
            return null;
        }

        if (AccountId.TryParse(value, out var bare))
        {
            return $"arn:aws:iam::{bare}:root";
        }

        if (!Arn.TryParse(value, out var arn))
        {
            return IsUniqueId(value, state) ? null : throw invalid(value);
        }

        if (arn.Service is not ("iam" or "sts") || !AccountId.TryParse(arn.Account, out var account))
        {
            throw invalid(value);
        }

        if (arn.Resource == "root" || arn.Service == "sts" || Accounts.Find(state, account) is null)
        {
            return null;
        }

        var name = arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..];
        var id = arn.Resource switch
        {
            _ when arn.Resource.StartsWith(UserType, StringComparison.Ordinal) =>
                Users.Find(state, account, name) is { } user && ArnOf(user) == value ? user.Id : null,
            _ when arn.Resource.StartsWith(RoleType, StringComparison.Ordinal) =>
                Roles.Find(state, account, name) is { } role && ArnOf(role) == value ? role.Id : null,
            _ => null,
        };
        return id ?? throw invalid(value);
    }

    private static string? Show(string value, ReadTransaction state) =>
        Users.ById(state, value) is { } user ? ArnOf(user)
        : Roles.ById(state, value) is { } role ? ArnOf(role)
        : null;

    private static bool IsUniqueId(string value, ReadTransaction state) =>
        Users.ById(state, value) is not null || Roles.ById(state, value) is not null;

    private static string ArnOf(UserRecord user) => $"arn:aws:iam::{user.Account}:user{user.Path}{user.Name}";

    private static string ArnOf(RoleRecord role) => $"arn:aws:iam::{role.Account}:role{role.Path}{role.Name}";
}
