using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Gives an instance that has none an instance profile; its programs have the role's credentials at once.</summary>
internal sealed class AssociateIamInstanceProfile : WriteOperation<AssociateIamInstanceProfileRequest, AssociateIamInstanceProfileResponse>
{
    protected override void Refine(AssociateIamInstanceProfileRequest request, CallContext call)
    {
        ResourceId.DemandInstances([request.InstanceId]);
        ProfileLookup.Refine(request.IamInstanceProfile);
    }

    protected override void Authorize(AssociateIamInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var profile = ProfileLookup.Find(request.IamInstanceProfile, call, state);
        targets.AddInstance("ec2:AssociateIamInstanceProfile", call, request.InstanceId, state)
            .With(Ec2Keys.NewInstanceProfile, profile is null ? request.IamInstanceProfile.Arn : ProfileLookup.ArnOf(profile));
        targets.AddPassRole(call, profile, request.InstanceId, state);
    }

    protected override AssociateIamInstanceProfileResponse Commit(
        AssociateIamInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var instance = state.DemandInstance(call, request.InstanceId);
        var profile = ProfileLookup.Demand(request.IamInstanceProfile, call, state);
        if (InstanceStates.IsEnding(instance))
        {
            throw Ec2Error.IncorrectInstanceState($"The instance '{instance.Id}' is not in the 'running' or 'stopped' states.");
        }

        if (instance.Details.AssociationId is not null)
        {
            throw Ec2Error.IncorrectInstanceState($"There is an existing association for instance {instance.Id}");
        }

        var associated = ProfileLookup.Associate(instance, profile, call.Time);
        Instances.Update(state, associated);
        return new AssociateIamInstanceProfileResponse { IamInstanceProfileAssociation = ProfileLookup.Shape(associated, "associating") };
    }
}
