using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Key pairs as calls name them.</summary>
internal static class KeyPairLookup
{
    private const int LongestName = 255;

    public static AwsError NotFound(string nameOrId) => new("InvalidKeyPair.NotFound", 400, $"The key pair '{nameOrId}' does not exist");

    /// <summary>Refuses a name that no key pair can have.</summary>
    public static void DemandName(string name)
    {
        if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw AwsError.InvalidParameterValue($"Value ({name}) for parameter KeyName is invalid. It must be of 1 to {LongestName} ASCII characters.");
        }
    }

    /// <summary>Refuses a name that is taken.</summary>
    public static void DemandFree(ReadTransaction state, CallContext call, string name)
    {
        if (KeyPairs.Find(state, call.Caller.Account, call.Region, name) is not null)
        {
            throw new AwsError("InvalidKeyPair.Duplicate", 400, $"The keypair already exists: {name}");
        }
    }

    /// <summary>An action on a key pair, whose ARN is of its name.</summary>
    public static Target AddKeyPair(this Targets targets, string action, CallContext call, string name, ReadTransaction state)
    {
        var target = targets.AddResource(action, call, "key-pair", name).With(Ec2Keys.KeyPairName, name);
        return KeyPairs.Find(state, call.Caller.Account, call.Region, name) is { } pair
            ? target.With(Ec2Keys.KeyPairType, pair.Kind).WithResourceTags(ResourceTags.Of(state, call, pair.Id))
            : target;
    }
}
