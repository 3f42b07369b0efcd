using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>What EC2's operations must be allowed, with the ARNs and keys that AWS gives each kind of resource.</summary>
internal static class Ec2Targets
{
    private static readonly ContextValue Ebs = ContextValue.Of("ebs");
    private static readonly ContextValue DefaultTenancy = ContextValue.Of("default");

    /// <summary>The ARN of a resource of the caller's account in the region of the call.</summary>
    public static string Arn(CallContext call, string type, string id) => $"arn:aws:ec2:{call.Region}:{call.Caller.Account}:{type}/{id}";

    /// <summary>An action that has no resources.</summary>
    public static Target AddRegional(this Targets targets, string action, CallContext call) => targets.Add(action).With(Ec2Keys.Region, call.Region);

    /// <summary>An action on a resource of the caller's account.</summary>
    public static Target AddResource(this Targets targets, string action, CallContext call, string type, string id) =>
        targets.Add(action, Arn(call, type, id)).With(Ec2Keys.Region, call.Region);

    /// <summary>An action on an instance that there is, or may not be.</summary>
    public static Target AddInstance(this Targets targets, string action, CallContext call, string id, ReadTransaction state)
    {
        var target = targets.AddResource(action, call, "instance", id).With(Ec2Keys.InstanceId, id);
        return Instances.Find(state, call.Caller.Account, call.Region, id) is { } record
            ? target.WithInstance(record.Details).WithResourceTags(ResourceTags.Of(state, call, id))
            : target;
    }

    /// <summary>The keys that an instance itself gives.</summary>
    public static Target WithInstance(this Target target, InstanceDetails details) => target
        .With(Ec2Keys.InstanceType, details.InstanceType)
        .With(Ec2Keys.AvailabilityZone, details.AvailabilityZone)
        .With(Ec2Keys.EbsOptimized, ContextValue.Of(details.EbsOptimized))
        .With(Ec2Keys.InstanceProfile, details.ProfileArn)
        .With(Ec2Keys.RootDeviceType, Ebs)
        .With(Ec2Keys.Tenancy, DefaultTenancy)
        .WithOptions(details);

    /// <summary>The keys of an instance's metadata options.</summary>
    public static Target WithOptions(this Target target, InstanceDetails details) => target
        .With(Ec2Keys.MetadataHttpTokens, MetadataOptionsShapes.Tokens(details.MetadataTokensRequired))
        .With(Ec2Keys.MetadataHttpEndpoint, MetadataOptionsShapes.Enabled(details.MetadataEnabled))
        .With(Ec2Keys.MetadataHttpPutResponseHopLimit, ContextValue.Of(details.MetadataHopLimit))
        .With(Ec2Keys.InstanceMetadataTags, MetadataOptionsShapes.Enabled(details.MetadataTags));

    /// <summary>The permission to pass an instance profile's role to EC2; nothing where the profile isn't there or holds none.</summary>
    public static void AddPassRole(this Targets targets, CallContext call, InstanceProfileRecord? profile, string instanceId, ReadTransaction state)
    {
        if (profile?.RoleId is { } roleId && Roles.ById(state, call.Caller.Account, roleId) is { } role)
        {
            targets.Add("iam:PassRole", $"arn:aws:iam::{role.Account}:role{role.Path}{role.Name}")
                .WithResourceTags(role.Tags)
                .With(Ec2Keys.PassedToService, "ec2.amazonaws.com")
                .With(Ec2Keys.AssociatedResourceArn, Arn(call, "instance", instanceId));
        }
    }
}
