using System.Security.Cryptography;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Makes a key pair; the private half is in the answer and nowhere else.</summary>
internal sealed class CreateKeyPair : PreparedWriteOperation<CreateKeyPairRequest, CreateKeyPair.Pair, CreateKeyPairResponse>
{
    private const int KeySize = 2048;

    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(CreateKeyPairRequest request, CallContext call)
    {
        KeyPairLookup.DemandName(request.KeyName);
        if (request.KeyType == "ed25519" || request.KeyFormat == "ppk")
        {
            throw Ec2Error.UnsupportedOperation("This server makes RSA keys in PEM; a key of another kind can be imported.");
        }
    }

    protected override void Authorize(CreateKeyPairRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var tags = TagSpecifications.Read(request.TagSpecifications, "key-pair");
        targets.AddKeyPair("ec2:CreateKeyPair", call, request.KeyName, state)
            .Replace(Ec2Keys.KeyPairType, "rsa")
            .WithRequestTags(tags["key-pair"]);
        tags.Authorize(targets, call);
    }

    protected override ValueTask<Pair> PrepareAsync(CreateKeyPairRequest request, CallContext call)
    {
        using var key = RSA.Create(KeySize);
        return ValueTask.FromResult(new Pair(PublicKey.Of(key), PublicKey.MadeFingerprint(key), key.ExportRSAPrivateKeyPem()));
    }

    protected override CreateKeyPairResponse Commit(CreateKeyPairRequest request, Pair prepared, CallContext call, WriteTransaction state)
    {
        var record = NewKeyPair.Insert(
            state, call, request.KeyName, prepared.PublicKey, prepared.Fingerprint, TagSpecifications.Read(request.TagSpecifications, "key-pair"));
        DryRuns.End(request.DryRun);
        return new CreateKeyPairResponse
        {
            KeyPairId = record.Id,
            KeyName = record.Name,
            KeyFingerprint = record.Fingerprint,
            KeyMaterial = prepared.PrivateKey,
            Tags = TagRules.Shapes(ResourceTags.Of(state, call, record.Id)),
        };
    }

    internal sealed record Pair(PublicKey PublicKey, string Fingerprint, string PrivateKey);
}
