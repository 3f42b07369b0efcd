using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Sets the metadata options that new instances of the account get in the region.</summary>
internal sealed class ModifyInstanceMetadataDefaults : WriteOperation<ModifyInstanceMetadataDefaultsRequest, ModifyInstanceMetadataDefaultsResponse>
{
    private const int NoPreference = -1;
    private const int MostHops = 64;

    protected override void Refine(ModifyInstanceMetadataDefaultsRequest request, CallContext call)
    {
        if (request.HttpPutResponseHopLimit is { } hops and not NoPreference && hops is < 1 or > MostHops)
        {
            throw AwsError.InvalidParameterValue(
                $"Value ({request.HttpPutResponseHopLimit}) for parameter HttpPutResponseHopLimit is invalid. The value must be -1, or between 1 and {MostHops}.");
        }
    }

    protected override void Authorize(
        ModifyInstanceMetadataDefaultsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:ModifyInstanceMetadataDefaults", call)
            .With(Ec2Keys.MetadataHttpTokens, request.HttpTokens)
            .With(Ec2Keys.MetadataHttpEndpoint, request.HttpEndpoint)
            .With(Ec2Keys.InstanceMetadataTags, request.InstanceMetadataTags)
            .With(
                Ec2Keys.MetadataHttpPutResponseHopLimit,
                request.HttpPutResponseHopLimit is { } hops ? ContextValue.Of(hops) : ContextValue.Missing);

    protected override ModifyInstanceMetadataDefaultsResponse Commit(
        ModifyInstanceMetadataDefaultsRequest request, CallContext call, WriteTransaction state)
    {
        var account = Store.Accounts.Find(state, call.Caller.Account)!;
        var present = MetadataDefaults.Of(account, call.Region);
        var changed = new MetadataDefaults(
            Chosen(request.HttpTokens, present.HttpTokens),
            request.HttpPutResponseHopLimit is { } hops ? (hops == NoPreference ? null : hops) : present.HopLimit,
            Chosen(request.HttpEndpoint, present.HttpEndpoint),
            Chosen(request.InstanceMetadataTags, present.InstanceMetadataTags));
        Store.Accounts.Update(state, changed.In(account, call.Region));
        DryRuns.End(request.DryRun);
        return new ModifyInstanceMetadataDefaultsResponse { Return = true };
    }

    private static string? Chosen(string? wanted, string? present) => wanted switch
    {
        null => present,
        "no-preference" => null,
        _ => wanted,
    };
}
