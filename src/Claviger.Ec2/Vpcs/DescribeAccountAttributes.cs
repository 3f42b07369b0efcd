using System.Globalization;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows what the account may have in the region, and its default network.</summary>
internal sealed class DescribeAccountAttributes : ReadOperation<DescribeAccountAttributesRequest, DescribeAccountAttributesResponse>
{
    protected override void Authorize(
        DescribeAccountAttributesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeAccountAttributes", call);

    protected override DescribeAccountAttributesResponse Run(
        DescribeAccountAttributesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        (string Name, string Value)[] attributes =
        [
            ("supported-platforms", "VPC"),
            ("default-vpc", DefaultNetwork.Of(call).VpcId),
            ("max-instances", InstanceLimit.Of(state, call).ToString(CultureInfo.InvariantCulture)),
            ("vpc-max-security-groups-per-interface", "5"),
            ("max-elastic-ips", "0"),
            ("vpc-max-elastic-ips", "0"),
        ];
        return new DescribeAccountAttributesResponse
        {
            AccountAttributes =
            [
                .. attributes
                    .Where(attribute => request.AttributeNames?.Contains(attribute.Name) != false)
                    .Select(static attribute => new AccountAttributeShape
                    {
                        AttributeName = attribute.Name,
                        AttributeValues = [new AccountAttributeValueShape { AttributeValue = attribute.Value }],
                    }),
            ],
        };
    }
}
