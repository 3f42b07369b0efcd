using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows one attribute of an instance.</summary>
internal sealed class DescribeInstanceAttribute(SecretBox box) : ReadOperation<DescribeInstanceAttributeRequest, DescribeInstanceAttributeResponse>
{
    protected override void Refine(DescribeInstanceAttributeRequest request, CallContext call) => ResourceId.DemandInstances([request.InstanceId]);

    protected override void Authorize(DescribeInstanceAttributeRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstance("ec2:DescribeInstanceAttribute", call, request.InstanceId, state).With(Ec2Keys.Attribute, request.Attribute);

    protected override DescribeInstanceAttributeResponse Run(DescribeInstanceAttributeRequest request, CallContext call, ReadTransaction state)
    {
        var instance = state.DemandInstance(call, request.InstanceId);
        DryRuns.End(request.DryRun);
        var details = instance.Details;
        var (id, whole) = (instance.Id, InstanceStates.Of(instance) != InstanceStateName.Terminated);
        return request.Attribute switch
        {
            "instanceType" => new() { InstanceId = id, InstanceType = Text(details.InstanceType) },
            "userData" => new() { InstanceId = id, UserData = Text(UserDataOf(instance)) },
            "disableApiTermination" => new() { InstanceId = id, DisableApiTermination = Truth(details.DisableApiTermination) },
            "disableApiStop" => new() { InstanceId = id, DisableApiStop = Truth(details.DisableApiStop) },
            "instanceInitiatedShutdownBehavior" =>
                new() { InstanceId = id, InstanceInitiatedShutdownBehavior = Text(details.TerminatesOnShutdown ? "terminate" : "stop") },
            "rootDeviceName" => new() { InstanceId = id, RootDeviceName = Text(InstanceShapes.RootDevice) },
            "blockDeviceMapping" => new() { InstanceId = id, BlockDeviceMappings = whole ? [InstanceShapes.RootDeviceOf(details)] : [] },
            "productCodes" => new() { InstanceId = id, ProductCodes = [] },
            "sourceDestCheck" => new() { InstanceId = id, SourceDestCheck = Truth(details.SourceDestCheck) },
            "groupSet" => new() { InstanceId = id, Groups = SecurityGroups.Shapes(details.SecurityGroupIds) },
            "ebsOptimized" => new() { InstanceId = id, EbsOptimized = Truth(details.EbsOptimized) },
            "enaSupport" => new() { InstanceId = id, EnaSupport = Truth(InstanceTypes.TryFind(details.InstanceType, out var type) && type.IsNitro) },
            "enclaveOptions" => new() { InstanceId = id, EnclaveOptions = new EnclaveOptionsShape { Enabled = false } },
            "kernel" => new() { InstanceId = id, KernelId = Text(null) },
            "ramdisk" => new() { InstanceId = id, RamdiskId = Text(null) },
            _ => new() { InstanceId = id, SriovNetSupport = Text(null) },
        };
    }

    private static AttributeValueShape Text(string? value) => new() { Value = value };

    private static AttributeBooleanValueShape Truth(bool value) => new() { Value = value };

    private string? UserDataOf(InstanceRecord instance) =>
        BootScriptSeal.Open(box, instance) is { Length: > 0 } data ? Convert.ToBase64String(data) : null;
}
