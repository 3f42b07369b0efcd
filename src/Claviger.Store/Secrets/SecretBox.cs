using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Seals what must be secret in the database, bound to its purpose, account and record: moved elsewhere it doesn't open.</summary>
/// <remarks>A box: version, id of the ring's key, nonce, ciphertext, tag. AES-256-GCM.</remarks>
public sealed class SecretBox(SealingKeys keys)
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + sizeof(uint);

    /// <summary>Seals a secret.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="account">The account of the record that will hold it.</param>
    /// <param name="recordId">The record's id.</param>
    /// <param name="secret">The secret.</param>
    public byte[] Seal(SecretPurpose purpose, AccountId account, string recordId, ReadOnlySpan<byte> secret)
    {
        var key = keys.Active;
        var box = new byte[HeaderLength + NonceLength + secret.Length + TagLength];
        box[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(box.AsSpan(1), key.Id);
        var nonce = box.AsSpan(HeaderLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Derive(NameOf(purpose)), TagLength);
        aes.Encrypt(
            nonce,
            secret,
            box.AsSpan(HeaderLength + NonceLength, secret.Length),
            box.AsSpan(HeaderLength + NonceLength + secret.Length),
            Binding(purpose, account, recordId));
        return box;
    }

    /// <summary>Opens a box.</summary>
    /// <exception cref="CryptographicException">It was sealed for something else, was changed, or its key is not in the ring.</exception>
    /// <param name="purpose">What it is for.</param>
    /// <param name="account">The account of the record that holds it.</param>
    /// <param name="recordId">The record's id.</param>
    /// <param name="box">The box.</param>
    public byte[] Open(SecretPurpose purpose, AccountId account, string recordId, ReadOnlySpan<byte> box)
    {
        if (box.Length < HeaderLength + NonceLength + TagLength || box[0] != Version
            || keys.Find(BinaryPrimitives.ReadUInt32BigEndian(box[1..])) is not { } key)
        {
            throw new CryptographicException("A sealed secret can't be opened: it is damaged, or the key ring lacks its key.");
        }

        var secret = new byte[box.Length - HeaderLength - NonceLength - TagLength];
        using var aes = new AesGcm(key.Derive(NameOf(purpose)), TagLength);
        aes.Decrypt(
            box.Slice(HeaderLength, NonceLength),
            box[(HeaderLength + NonceLength)..^TagLength],
            box[^TagLength..],
            secret,
            Binding(purpose, account, recordId));
        return secret;
    }

    // The names are part of what is stored: a purpose may be renamed, its name here may not.
    private static string NameOf(SecretPurpose purpose) => purpose switch
    {
        SecretPurpose.AccessKey => "access-key",
        SecretPurpose.VirtualMfaSeed => "virtual-mfa-seed",
        SecretPurpose.ServiceSpecificCredential => "service-specific-credential",
        SecretPurpose.ServerCertificate => "server-certificate",
        SecretPurpose.DataProtection => "data-protection",
        SecretPurpose.UserData => "user-data",
        SecretPurpose.AuthorizationMessage => "authorization-message",
        SecretPurpose.TokenSigning => "token-signing",
        SecretPurpose.SamlAssertionKey => "saml-assertion-key",
    };

    private static byte[] Binding(SecretPurpose purpose, AccountId account, string recordId) =>
        Encoding.UTF8.GetBytes($"{NameOf(purpose)}\n{account}\n{recordId}");
}
