using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Keeps a key pair that was made or imported.</summary>
internal static class NewKeyPair
{
    public static KeyPairRecord Insert(
        WriteTransaction state, CallContext call, string name, PublicKey key, string fingerprint, TagSpecifications tags)
    {
        KeyPairLookup.DemandFree(state, call, name);
        var record = new KeyPairRecord
        {
            Account = call.Caller.Account,
            Region = call.Region,
            Name = name,
            Id = UniqueId.NewEc2("key"),
            Kind = key.Kind,
            Fingerprint = fingerprint,
            PublicKey = key.Text,
            Created = call.Time,
        };
        KeyPairs.Insert(state, record);
        TagRules.Put(state, call, record.Id, "key-pair", tags["key-pair"]);
        return record;
    }
}
