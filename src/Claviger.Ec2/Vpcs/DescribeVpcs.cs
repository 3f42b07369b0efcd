using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows the default network of the account in the region.</summary>
internal sealed class DescribeVpcs : ReadOperation<DescribeVpcsRequest, DescribeVpcsResponse>
{
    private static readonly FilterTable<VpcShape> Filters = new FilterTable<VpcShape>()
        .Add("cidr", static vpc => vpc.CidrBlock)
        .Add("cidr-block", static vpc => vpc.CidrBlock)
        .Add("cidr-block-association.cidr-block", static vpc => vpc.CidrBlock)
        .Add("cidr-block-association.state", static _ => "associated")
        .Add("dhcp-options-id", static vpc => vpc.DhcpOptionsId)
        .Add("is-default", static _ => true)
        .Add("isDefault", static _ => true)
        .Add("owner-id", static vpc => vpc.OwnerId)
        .Add("state", static vpc => vpc.State)
        .Add("vpc-id", static vpc => vpc.VpcId)
        .AddTags(static vpc => TagRules.Set(vpc.Tags));

    protected override void Authorize(DescribeVpcsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeVpcs", call);

    protected override DescribeVpcsResponse Run(DescribeVpcsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var network = DefaultNetwork.Of(call);
        if (request.VpcIds?.FirstOrDefault(id => id != network.VpcId) is { } unknown)
        {
            throw new AwsError("InvalidVpcID.NotFound", 400, $"The vpc ID '{unknown}' does not exist");
        }

        var vpc = new VpcShape
        {
            VpcId = network.VpcId,
            OwnerId = call.Caller.Account.ToString(),
            CidrBlock = DefaultNetwork.VpcCidr,
            CidrBlockAssociationSet =
            [
                new VpcCidrBlockAssociationShape
                {
                    AssociationId = network.VpcId.Replace("vpc-", "vpc-cidr-assoc-", StringComparison.Ordinal),
                    CidrBlock = DefaultNetwork.VpcCidr,
                    CidrBlockState = new VpcCidrBlockStateShape { State = "associated" },
                },
            ],
            DhcpOptionsId = network.DhcpOptionsId,
            InstanceTenancy = "default",
            IsDefault = true,
            State = "available",
            Tags = TagRules.Shapes(ResourceTags.Of(state, call, network.VpcId)),
        };
        return new DescribeVpcsResponse { Vpcs = [.. Filters.Apply([vpc], request.Filters)] };
    }
}
