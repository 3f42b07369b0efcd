using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Associations of instance profiles, which are found at their instances.</summary>
internal static class AssociationLookup
{
    private const string Prefix = "iip-assoc";

    /// <summary>Refuses an id that can't be one.</summary>
    public static void Refine(string id)
    {
        if (!ResourceId.IsOf(Prefix, id))
        {
            throw new AwsError("InvalidAssociationID.Malformed", 400, $"Invalid id: \"{id}\"");
        }
    }

    /// <summary>The instance that has an association; null if there is none.</summary>
    public static InstanceRecord? Find(string id, CallContext call, ReadTransaction state) =>
        Instances.Of(state, call.Caller.Account, call.Region).FirstOrDefault(instance => instance.Details.AssociationId == id);

    /// <summary>The instance that has an association.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static InstanceRecord Demand(string id, CallContext call, ReadTransaction state) =>
        Find(id, call, state) ?? throw NotFound(id);

    public static AwsError NotFound(string id) =>
        new("InvalidAssociationID.NotFound", 400, $"An invalid association-id of '{id}' was given");

    /// <summary>An action on the instance that has an association; on any instance where there is none.</summary>
    public static Target AddAssociation(this Targets targets, string action, CallContext call, string associationId, ReadTransaction state) =>
        targets.AddInstance(action, call, Find(associationId, call, state)?.Id ?? "*", state);
}
