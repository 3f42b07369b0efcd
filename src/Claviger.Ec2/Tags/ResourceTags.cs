using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The tags of EC2's resources, read for a call.</summary>
internal static class ResourceTags
{
    /// <summary>The tags of a resource of the caller's account in the region of the call.</summary>
    public static TagSet Of(ReadTransaction state, CallContext call, string resourceId) =>
        Set(Ec2Tags.Of(state, call.Caller.Account, call.Region, resourceId));

    /// <summary>The tags of all resources of the caller's account in the region of the call.</summary>
    public static ILookup<string, Ec2TagRecord> All(ReadTransaction state, CallContext call) =>
        Ec2Tags.Of(state, call.Caller.Account, call.Region).ToLookup(static tag => tag.ResourceId);

    /// <summary>Tags as a set.</summary>
    public static TagSet Set(IEnumerable<Ec2TagRecord> tags) => TagSet.Exactly(tags.Select(static tag => new Tag(tag.Key, tag.Value)));
}
