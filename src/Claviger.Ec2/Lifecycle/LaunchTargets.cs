using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>All that a launch must be allowed: the action on each kind of resource that it makes or uses, tags, and the role it passes.</summary>
internal static class LaunchTargets
{
    private const string Action = "ec2:RunInstances";

    public static void Add(Targets targets, LaunchPlan plan, CallContext call, ReadTransaction state)
    {
        var (request, network, subnet) = (plan.Request, plan.Network, plan.Subnet);
        targets.AddResource(Action, call, "instance", "*")
            .WithInstance(plan.Details(LaunchPlan.DefaultsFor(call, state)))
            .Replace(Ec2Keys.InstanceProfile, plan.Profile is null ? request.IamInstanceProfile?.Arn : ProfileLookup.ArnOf(plan.Profile))
            .With(Ec2Keys.IsLaunchTemplateResource, ContextValue.Of(false))
            .WithRequestTags(plan.Tags["instance"]);
        // A public image asks for no permission of its owner's: the caller's own policies decide.
        targets.Add(Action, $"arn:aws:ec2:{call.Region}::image/{request.ImageId}")
            .With(Ec2Keys.Region, call.Region)
            .With(Ec2Keys.ImageId, request.ImageId)
            .With(Ec2Keys.ImageType, "machine")
            .With(Ec2Keys.Owner, LaunchImage.OwnerAlias)
            .With(Ec2Keys.Public, ContextValue.Of(true))
            .With(Ec2Keys.RootDeviceType, "ebs")
            .WithResourceTags(ResourceTags.Of(state, call, request.ImageId!));
        targets.AddResource(Action, call, "subnet", plan.SubnetId)
            .With(Ec2Keys.AvailabilityZone, subnet?.Zone.Name)
            .With(Ec2Keys.SubnetId, plan.SubnetId)
            .With(Ec2Keys.Vpc, network.VpcArn)
            .WithResourceTags(ResourceTags.Of(state, call, plan.SubnetId));
        targets.AddResource(Action, call, "network-interface", "*")
            .With(Ec2Keys.AvailabilityZone, subnet?.Zone.Name)
            .With(Ec2Keys.Subnet, Ec2Targets.Arn(call, "subnet", plan.SubnetId))
            .With(Ec2Keys.Vpc, network.VpcArn)
            .WithRequestTags(plan.Tags["network-interface"]);
        foreach (var group in plan.GroupIds)
        {
            targets.AddResource(Action, call, "security-group", group)
                .With(Ec2Keys.SecurityGroupId, group)
                .With(Ec2Keys.Vpc, network.VpcArn)
                .WithResourceTags(ResourceTags.Of(state, call, group));
        }

        targets.AddResource(Action, call, "volume", "*")
            .With(Ec2Keys.AvailabilityZone, subnet?.Zone.Name)
            .With(Ec2Keys.VolumeSize, plan.WantedGiB is { } size ? ContextValue.Of(size) : ContextValue.Missing)
            .With(Ec2Keys.VolumeType, plan.VolumeType)
            .With(Ec2Keys.Encrypted, ContextValue.Of(false))
            .WithRequestTags(plan.Tags["volume"]);
        if (request.KeyName is { } key)
        {
            targets.AddKeyPair(Action, call, key, state);
        }

        plan.Tags.Authorize(targets, call);
        targets.AddPassRole(call, plan.Profile, "*", state);
    }
}
