using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Keeps the public half of a key pair that was made elsewhere.</summary>
internal sealed class ImportKeyPair : WriteOperation<ImportKeyPairRequest, ImportKeyPairResponse>
{
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(ImportKeyPairRequest request, CallContext call)
    {
        KeyPairLookup.DemandName(request.KeyName);
        KeyOf(request);
    }

    protected override void Authorize(ImportKeyPairRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var tags = TagSpecifications.Read(request.TagSpecifications, "key-pair");
        targets.AddKeyPair("ec2:ImportKeyPair", call, request.KeyName, state)
            .Replace(Ec2Keys.KeyPairType, KeyOf(request).Kind)
            .WithRequestTags(tags["key-pair"]);
        tags.Authorize(targets, call);
    }

    protected override ImportKeyPairResponse Commit(ImportKeyPairRequest request, CallContext call, WriteTransaction state)
    {
        var key = KeyOf(request);
        var record = NewKeyPair.Insert(
            state, call, request.KeyName, key, key.ImportedFingerprint(), TagSpecifications.Read(request.TagSpecifications, "key-pair"));
        DryRuns.End(request.DryRun);
        return new ImportKeyPairResponse
        {
            KeyPairId = record.Id,
            KeyName = record.Name,
            KeyFingerprint = record.Fingerprint,
            Tags = TagRules.Shapes(ResourceTags.Of(state, call, record.Id)),
        };
    }

    private static PublicKey KeyOf(ImportKeyPairRequest request) => PublicKey.Parse((request.PublicKeyMaterial ?? default).Span);
}
