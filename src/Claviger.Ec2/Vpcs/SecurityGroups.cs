using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Ec2;

/// <summary>Security groups as instances and launches name them.</summary>
internal static class SecurityGroups
{
    public static AwsError NotFound(string idOrName) => new("InvalidGroup.NotFound", 400, $"The security group '{idOrName}' does not exist");

    /// <summary>The ids of the groups that a request names by id or name; the default one where it names none.</summary>
    /// <exception cref="AwsError">There is no such group.</exception>
    public static IReadOnlyList<string> Find(DefaultNetwork network, IReadOnlyList<string>? ids, IReadOnlyList<string>? names)
    {
        if (ids?.FirstOrDefault(id => id != network.GroupId) is { } id)
        {
            throw NotFound(id);
        }

        return names?.FirstOrDefault(static name => name != DefaultNetwork.GroupName) is { } name ? throw NotFound(name) : [network.GroupId];
    }

    /// <summary>The groups of an instance, as its answers name them.</summary>
    public static IReadOnlyList<GroupIdentifierShape> Shapes(IReadOnlyList<string> ids) =>
        [.. ids.Select(static id => new GroupIdentifierShape { GroupId = id, GroupName = DefaultNetwork.GroupName })];
}
