using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>A role as an ARN names it: its account, path and name.</summary>
internal readonly record struct RoleName(AccountId Account, string Path, string Name)
{
    private const string Type = "role/";

    /// <summary>Reads the ARN of a role.</summary>
    public static bool TryParse(string text, out RoleName role)
    {
        role = default;
        if (!Arn.TryParse(text, out var arn)
            || arn.Partition != "aws"
            || arn.Service != "iam"
            || arn.Region.Length > 0
            || !AccountId.TryParse(arn.Account, out var account)
            || !arn.Resource.StartsWith(Type, StringComparison.Ordinal))
        {
            return false;
        }

        var slash = arn.Resource.LastIndexOf('/');
        role = new RoleName(account, arn.Resource[(Type.Length - 1)..(slash + 1)], arn.Resource[(slash + 1)..]);
        return role.Name.Length > 0;
    }

    /// <summary>Reads the ARN of a role that was checked before.</summary>
    public static RoleName Parse(string text) =>
        TryParse(text, out var role) ? role : throw new FormatException($"{text} is not the ARN of a role.");

    /// <summary>The role of that name, under that path; null if there is none.</summary>
    /// <remarks>
    /// INVARIANT: name and path exactly as the role has them. Policies are matched with the ARN that was sent, so that a role found under
    /// another spelling would not be reached by a Deny on its ARN.
    /// </remarks>
    public RoleRecord? Find(ReadTransaction state) =>
        Roles.Find(state, Account, Name) is { } role && role.Path == Path && role.Name == Name ? role : null;
}
