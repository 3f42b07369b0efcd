using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Forgets a key pair, by name or id; one that isn't there is as good as deleted.</summary>
internal sealed class DeleteKeyPair : WriteOperation<DeleteKeyPairRequest, DeleteKeyPairResponse>
{
    protected override void Refine(DeleteKeyPairRequest request, CallContext call)
    {
        if (request is { KeyName: null, KeyPairId: null })
        {
            throw AwsError.MissingParameter("The request must contain the parameter KeyName or KeyPairId");
        }
    }

    protected override void Authorize(DeleteKeyPairRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyPair("ec2:DeleteKeyPair", call, request.KeyName ?? Find(request, call, state)?.Name ?? "*", state);

    protected override DeleteKeyPairResponse Commit(DeleteKeyPairRequest request, CallContext call, WriteTransaction state)
    {
        var pair = Find(request, call, state);
        if (pair is not null)
        {
            KeyPairs.Delete(state, pair);
            Ec2Tags.DeleteAllOf(state, call.Region, pair.Id);
        }

        DryRuns.End(request.DryRun);
        return new DeleteKeyPairResponse { Return = true, KeyPairId = pair?.Id };
    }

    private static KeyPairRecord? Find(DeleteKeyPairRequest request, CallContext call, ReadTransaction state) => request.KeyName is { } name
        ? KeyPairs.Find(state, call.Caller.Account, call.Region, name)
        : KeyPairs.Of(state, call.Caller.Account, call.Region).FirstOrDefault(pair => pair.Id == request.KeyPairId);
}
