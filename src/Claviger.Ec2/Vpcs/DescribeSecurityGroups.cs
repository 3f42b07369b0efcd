using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows the security group of the default network.</summary>
internal sealed class DescribeSecurityGroups : ReadOperation<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse>
{
    private static readonly FilterTable<SecurityGroupShape> Filters = new FilterTable<SecurityGroupShape>()
        .Add("description", static group => group.Description)
        .Add("group-id", static group => group.GroupId)
        .Add("group-name", static group => group.GroupName)
        .Add("owner-id", static group => group.OwnerId)
        .Add("vpc-id", static group => group.VpcId)
        .AddTags(static group => TagRules.Set(group.Tags));

    protected override void Authorize(DescribeSecurityGroupsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeSecurityGroups", call);

    protected override DescribeSecurityGroupsResponse Run(DescribeSecurityGroupsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var network = DefaultNetwork.Of(call);
        if (request.GroupIds?.FirstOrDefault(id => id != network.GroupId) is { } id)
        {
            throw SecurityGroups.NotFound(id);
        }

        if (request.GroupNames?.FirstOrDefault(static name => name != DefaultNetwork.GroupName) is { } name)
        {
            throw SecurityGroups.NotFound(name);
        }

        var group = new SecurityGroupShape
        {
            GroupId = network.GroupId,
            GroupName = DefaultNetwork.GroupName,
            Description = DefaultNetwork.GroupDescription,
            OwnerId = call.Caller.Account.ToString(),
            SecurityGroupArn = Ec2Targets.Arn(call, "security-group", network.GroupId),
            VpcId = network.VpcId,
            IpPermissions =
            [
                new IpPermissionShape
                {
                    IpProtocol = "-1",
                    UserIdGroupPairs = [new UserIdGroupPairShape { GroupId = network.GroupId, UserId = call.Caller.Account.ToString() }],
                    IpRanges = [],
                    Ipv6Ranges = [],
                    PrefixListIds = [],
                },
            ],
            IpPermissionsEgress =
            [
                new IpPermissionShape
                {
                    IpProtocol = "-1",
                    UserIdGroupPairs = [],
                    IpRanges = [new IpRangeShape { CidrIp = "0.0.0.0/0" }],
                    Ipv6Ranges = [],
                    PrefixListIds = [],
                },
            ],
            Tags = TagRules.Shapes(ResourceTags.Of(state, call, network.GroupId)),
        };
        return new DescribeSecurityGroupsResponse { SecurityGroups = [.. Filters.Apply([group], request.Filters)] };
    }
}
