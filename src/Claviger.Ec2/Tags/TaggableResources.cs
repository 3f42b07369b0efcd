using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The resources that tags can be put on: those that this server has.</summary>
internal static class TaggableResources
{
    private const int MostResources = 1000;

    /// <summary>Refuses ids that can't be any resource's.</summary>
    /// <exception cref="AwsError">InvalidID.</exception>
    public static void Refine(IReadOnlyList<string> ids)
    {
        if (ids.Count is 0 or > MostResources)
        {
            throw AwsError.InvalidParameterValue($"The number of resources must be between 1 and {MostResources}.");
        }

        if (ids.FirstOrDefault(static id => ResourceId.TypeOf(id) is null) is { } strange)
        {
            throw new AwsError("InvalidID", 400, $"The ID '{strange}' is not valid");
        }
    }

    /// <summary>An action on each resource, with its tags and what else AWS gives policies of it.</summary>
    public static IEnumerable<Target> Add(Targets targets, string action, IReadOnlyList<string> ids, CallContext call, ReadTransaction state)
    {
        foreach (var id in ids)
        {
            yield return ResourceId.TypeOf(id) == "instance"
                ? targets.AddInstance(action, call, id, state)
                : targets.AddResource(action, call, ResourceId.TypeOf(id)!, id).WithResourceTags(ResourceTags.Of(state, call, id));
        }
    }

    /// <summary>Refuses resources that aren't there.</summary>
    /// <exception cref="AwsError">In the code of the resource's type.</exception>
    public static void Demand(IReadOnlyList<string> ids, InstanceHosting hosting, CallContext call, ReadTransaction state)
    {
        var network = DefaultNetwork.Of(call);
        var instances = InstanceView.All(call, state);
        foreach (var id in ids)
        {
            switch (ResourceId.TypeOf(id))
            {
                case "instance" when !instances.Any(view => view.Record.Id == id):
                    throw Ec2Error.InstanceNotFound(id);
                case "volume" when !instances.Any(view => view.IsWhole && view.Details.VolumeId == id):
                    throw new AwsError("InvalidVolume.NotFound", 400, $"The volume '{id}' does not exist.");
                case "network-interface" when !instances.Any(view => view.IsWhole && view.Details.NetworkInterfaceId == id):
                    throw new AwsError("InvalidNetworkInterfaceID.NotFound", 400, $"The networkInterface ID '{id}' does not exist");
                case "image" when !hosting.Images.Any(image => image.ImageId == id):
                    throw LaunchImage.NotFound(id);
                case "vpc" when network.VpcId != id:
                    throw new AwsError("InvalidVpcID.NotFound", 400, $"The vpc ID '{id}' does not exist");
                case "subnet":
                    network.Subnet(id);
                    break;
                case "security-group" when network.GroupId != id:
                    throw SecurityGroups.NotFound(id);
                case "key-pair" when !KeyPairs.Of(state, call.Caller.Account, call.Region).Any(pair => pair.Id == id):
                    throw KeyPairLookup.NotFound(id);
                default:
                    break;
            }
        }
    }
}
