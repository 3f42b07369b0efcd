using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>The principals of a trust policy: kept as unique ids, so that one deleted and made again inherits nothing; shown as ARNs.</summary>
internal static class TrustPrincipals
{
    private const string AwsType = "AWS";
    private const string UserType = "user/";
    private const string RoleType = "role/";

    /// <summary>The document with the ARNs of users and roles replaced by their unique ids.</summary>
    /// <exception cref="AwsError">A principal of an account that is served here doesn't exist.</exception>
    public static string Resolved(string document, ReadTransaction state) =>
        PrincipalRewriter.Rewrite(document, (type, value) => type == AwsType ? Resolve(value, state) : null);

    /// <summary>The document with unique ids replaced by the ARNs of those who have them; the ids of those who are gone stay.</summary>
    public static string Shown(string document, ReadTransaction state) =>
        PrincipalRewriter.Rewrite(document, (type, value) => type == AwsType ? Show(value, state) : null);

    private static string? Resolve(string value, ReadTransaction state)
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
            return IsUniqueId(value, state) ? null : throw Invalid(value);
        }

        if (arn.Service is not ("iam" or "sts") || !AccountId.TryParse(arn.Account, out var account))
        {
            throw Invalid(value);
        }

        if (arn.Resource == "root" || arn.Service == "sts" || Accounts.Find(state, account) is null)
        {
            return null;
        }

        var name = arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..];
        var id = arn.Resource switch
        {
            _ when arn.Resource.StartsWith(UserType, StringComparison.Ordinal) =>
                Users.Find(state, account, name) is { } user && Arns.Of(user) == value ? user.Id : null,
            _ when arn.Resource.StartsWith(RoleType, StringComparison.Ordinal) =>
                Roles.Find(state, account, name) is { } role && Arns.Of(role) == value ? role.Id : null,
            _ => null,
        };
        return id ?? throw Invalid(value);
    }

    private static string? Show(string value, ReadTransaction state) =>
        Users.ById(state, value) is { } user ? Arns.Of(user)
        : Roles.ById(state, value) is { } role ? Arns.Of(role)
        : null;

    private static bool IsUniqueId(string value, ReadTransaction state) =>
        Users.ById(state, value) is not null || Roles.ById(state, value) is not null;

    private static AwsError Invalid(string value) => AwsError.MalformedPolicyDocument($"Invalid principal in policy: \"AWS\":\"{value}\"");
}
