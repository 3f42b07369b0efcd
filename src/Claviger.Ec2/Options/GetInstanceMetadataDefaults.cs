using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows the metadata options that new instances of the account get in the region.</summary>
internal sealed class GetInstanceMetadataDefaults : ReadOperation<GetInstanceMetadataDefaultsRequest, GetInstanceMetadataDefaultsResponse>
{
    protected override void Authorize(
        GetInstanceMetadataDefaultsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:GetInstanceMetadataDefaults", call);

    protected override GetInstanceMetadataDefaultsResponse Run(
        GetInstanceMetadataDefaultsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var defaults = MetadataDefaults.Of(Store.Accounts.Find(state, call.Caller.Account)!, call.Region);
        return new GetInstanceMetadataDefaultsResponse
        {
            AccountLevel = new InstanceMetadataDefaultsResponseShape
            {
                HttpTokens = defaults.HttpTokens,
                HttpPutResponseHopLimit = defaults.HopLimit,
                HttpEndpoint = defaults.HttpEndpoint,
                InstanceMetadataTags = defaults.InstanceMetadataTags,
                ManagedBy = "account",
            },
        };
    }
}
