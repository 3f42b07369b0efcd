using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Gives an instance another profile in place of the one it has, without stopping it.</summary>
internal sealed class ReplaceIamInstanceProfileAssociation
    : WriteOperation<ReplaceIamInstanceProfileAssociationRequest, ReplaceIamInstanceProfileAssociationResponse>
{
    protected override void Refine(ReplaceIamInstanceProfileAssociationRequest request, CallContext call)
    {
        AssociationLookup.Refine(request.AssociationId);
        ProfileLookup.Refine(request.IamInstanceProfile);
    }

    protected override void Authorize(
        ReplaceIamInstanceProfileAssociationRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var profile = ProfileLookup.Find(request.IamInstanceProfile, call, state);
        targets.AddAssociation("ec2:ReplaceIamInstanceProfileAssociation", call, request.AssociationId, state)
            .With(Ec2Keys.NewInstanceProfile, profile is null ? request.IamInstanceProfile.Arn : ProfileLookup.ArnOf(profile));
        targets.AddPassRole(call, profile, AssociationLookup.Find(request.AssociationId, call, state)?.Id ?? "*", state);
    }

    protected override ReplaceIamInstanceProfileAssociationResponse Commit(
        ReplaceIamInstanceProfileAssociationRequest request, CallContext call, WriteTransaction state)
    {
        var instance = AssociationLookup.Demand(request.AssociationId, call, state);
        var associated = ProfileLookup.Associate(instance, ProfileLookup.Demand(request.IamInstanceProfile, call, state), call.Time);
        Instances.Update(state, associated);
        return new ReplaceIamInstanceProfileAssociationResponse { IamInstanceProfileAssociation = ProfileLookup.Shape(associated, "associating") };
    }
}
