using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Changes one attribute of an instance; type, user data and EBS optimization only while it is stopped.</summary>
internal sealed class ModifyInstanceAttribute(SecretBox box) : WriteOperation<ModifyInstanceAttributeRequest, ModifyInstanceAttributeResponse>
{
    protected override void Refine(ModifyInstanceAttributeRequest request, CallContext call)
    {
        ResourceId.DemandInstances([request.InstanceId]);
        AttributeChange.Of(request);
    }

    protected override void Authorize(ModifyInstanceAttributeRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstance("ec2:ModifyInstanceAttribute", call, request.InstanceId, state)
            .With(Ec2Keys.Attribute, AttributeChange.Of(request).Name);

    protected override ModifyInstanceAttributeResponse Commit(ModifyInstanceAttributeRequest request, CallContext call, WriteTransaction state)
    {
        var instance = state.DemandInstance(call, request.InstanceId);
        if (InstanceStates.IsEnding(instance))
        {
            throw Ec2Error.IncorrectInstanceState($"The instance '{instance.Id}' is not in a state from which its attributes can be modified.");
        }

        Instances.Update(state, Changed(instance, AttributeChange.Of(request), call));
        DryRuns.End(request.DryRun);
        return ModifyInstanceAttributeResponse.Empty;
    }

    private InstanceRecord Changed(InstanceRecord instance, AttributeChange change, CallContext call)
    {
        var details = instance.Details;
        switch (change.Name)
        {
            case "instanceType":
                DemandStopped(instance);
                return instance with { Details = OfType(details, change.Value ?? "") };
            case "userData":
                DemandStopped(instance);
                return instance with { SealedUserData = BootScriptSeal.Seal(box, instance, LaunchRules.UserData(change.Value)) };
            case "ebsOptimized":
                DemandStopped(instance);
                return instance with { Details = details with { EbsOptimized = Truth(change) } };
            case "disableApiTermination":
                return instance with { Details = details with { DisableApiTermination = Truth(change) } };
            case "disableApiStop":
                return instance with { Details = details with { DisableApiStop = Truth(change) } };
            case "sourceDestCheck":
                return instance with { Details = details with { SourceDestCheck = Truth(change) } };
            case "instanceInitiatedShutdownBehavior":
                return instance with { Details = details with { TerminatesOnShutdown = Shutdown(change) == "terminate" } };
            case "groupSet":
                var ids = (change.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
                return instance with { Details = details with { SecurityGroupIds = SecurityGroups.Find(DefaultNetwork.Of(call), ids, null) } };
            default:
                throw Ec2Error.UnsupportedOperation($"The attribute {change.Name} of this server's instances can't be modified.");
        }
    }

    private static InstanceDetails OfType(InstanceDetails details, string name)
    {
        if (!InstanceTypes.TryFind(name, out var type))
        {
            throw AwsError.InvalidParameterValue($"Invalid value '{name}' for InstanceType.");
        }

        return type.Architecture == details.Architecture
            ? details with { InstanceType = type.Name, CpuCredits = type.IsBurstable ? details.CpuCredits ?? type.DefaultCredits : null }
            : throw AwsError.InvalidParameterValue(
                $"The architecture '{type.Architecture}' of the specified instance type does not match the architecture '{details.Architecture}' of the instance.");
    }

    private static void DemandStopped(InstanceRecord instance)
    {
        if (InstanceStates.Of(instance) != InstanceStateName.Stopped)
        {
            throw Ec2Error.IncorrectInstanceState($"The instance '{instance.Id}' is not in the 'stopped' state.");
        }
    }

    private static bool Truth(AttributeChange change) => change.Value switch
    {
        "true" => true,
        "false" => false,
        _ => throw AwsError.InvalidParameterValue($"Value ({change.Value}) for parameter value is invalid. {change.Name} must be true or false."),
    };

    private static string Shutdown(AttributeChange change) => change.Value is "stop" or "terminate"
        ? change.Value
        : throw AwsError.InvalidParameterValue($"Invalid value '{change.Value}' for instanceInitiatedShutdownBehavior.");
}
