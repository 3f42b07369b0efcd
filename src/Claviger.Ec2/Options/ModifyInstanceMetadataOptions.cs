using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Changes how the metadata service answers an instance; takes effect at once.</summary>
internal sealed class ModifyInstanceMetadataOptions : WriteOperation<ModifyInstanceMetadataOptionsRequest, ModifyInstanceMetadataOptionsResponse>
{
    protected override void Refine(ModifyInstanceMetadataOptionsRequest request, CallContext call) =>
        ResourceId.DemandInstances([request.InstanceId]);

    // AWS: the keys hold what is asked for, and what the instance has where nothing is.
    protected override void Authorize(
        ModifyInstanceMetadataOptionsRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var target = targets.AddInstance("ec2:ModifyInstanceMetadataOptions", call, request.InstanceId, state);
        Replace(Ec2Keys.MetadataHttpTokens, request.HttpTokens);
        Replace(Ec2Keys.MetadataHttpEndpoint, request.HttpEndpoint);
        Replace(Ec2Keys.InstanceMetadataTags, request.InstanceMetadataTags);
        Replace(
            Ec2Keys.MetadataHttpPutResponseHopLimit,
            request.HttpPutResponseHopLimit is { } hops ? ContextValue.Of(hops) : ContextValue.Missing);

        void Replace(ContextKey key, ContextValue value)
        {
            if (!value.IsMissing)
            {
                target.Replace(key, value);
            }
        }
    }

    protected override ModifyInstanceMetadataOptionsResponse Commit(
        ModifyInstanceMetadataOptionsRequest request, CallContext call, WriteTransaction state)
    {
        var instance = state.DemandInstance(call, request.InstanceId);
        if (InstanceStates.IsEnding(instance))
        {
            throw Ec2Error.IncorrectInstanceState($"The instance '{instance.Id}' is not in a state from which its metadata options can be modified.");
        }

        var details = MetadataOptionsShapes.Change(
            instance.Details,
            request.HttpTokens,
            request.HttpPutResponseHopLimit,
            request.HttpEndpoint,
            request.HttpProtocolIpv6,
            request.InstanceMetadataTags);
        Instances.Update(state, instance with { Details = details with { OptionsChanged = details != instance.Details } });
        DryRuns.End(request.DryRun);
        return new ModifyInstanceMetadataOptionsResponse
        {
            InstanceId = instance.Id,
            InstanceMetadataOptions = MetadataOptionsShapes.Of(details, "pending"),
        };
    }
}
