using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A private key on its way into a SAML provider, which opens the assertions that are encrypted for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sealed">The key, sealed.</param>
internal sealed record SamlPrivateKey(string Id, byte[] Sealed)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 26;
    private const int MostKeys = 2;

    /// <summary>Refuses what is not an RSA private key in PEM, without a password.</summary>
    /// <exception cref="AwsError">InvalidInput.</exception>
    public static void Check(string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            if (PemEncoding.TryFind(pem, out var fields) && pem[fields.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                return;
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            // Falls through to the one refusal: whatever the reason, it is no key that could be used.
        }

        throw AwsError.InvalidInput("Invalid private key.");
    }

    /// <summary>Seals a key under a new id; null for none.</summary>
    public static SamlPrivateKey? New(string? pem, AccountId account, SecretBox box)
    {
        if (pem is null)
        {
            return null;
        }

        var id = RandomNumberGenerator.GetString(Letters, IdLength);
        return new(id, box.Seal(SecretPurpose.SamlAssertionKey, account, id, Encoding.UTF8.GetBytes(pem)));
    }

    /// <summary>Adds the key to a provider.</summary>
    /// <exception cref="AwsError">LimitExceeded.</exception>
    public void AddTo(SamlProviderRecord provider, WriteTransaction state)
    {
        if (SamlKeys.Of(state, provider.Arn).Count >= MostKeys)
        {
            throw AwsError.LimitExceeded("Private key limit of 2 is reached.");
        }

        SamlKeys.Insert(state, new SamlKeyRecord
        {
            Id = Id, Account = provider.Account, ProviderArn = provider.Arn, SealedPrivateKey = Sealed, Created = state.Now,
        });
    }

    /// <summary>The id alone: secrets are not for logs.</summary>
    public override string ToString() => Id;
}
