using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Takes an instance's profile away; its programs get no more credentials.</summary>
internal sealed class DisassociateIamInstanceProfile : WriteOperation<DisassociateIamInstanceProfileRequest, DisassociateIamInstanceProfileResponse>
{
    protected override void Refine(DisassociateIamInstanceProfileRequest request, CallContext call) => AssociationLookup.Refine(request.AssociationId);

    protected override void Authorize(
        DisassociateIamInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddAssociation("ec2:DisassociateIamInstanceProfile", call, request.AssociationId, state);

    protected override DisassociateIamInstanceProfileResponse Commit(
        DisassociateIamInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var instance = AssociationLookup.Demand(request.AssociationId, call, state);
        Instances.Update(state, ProfileLookup.Disassociate(instance));
        return new DisassociateIamInstanceProfileResponse
        {
            IamInstanceProfileAssociation = ProfileLookup.Shape(instance, "disassociating"),
        };
    }
}
