using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Makes and opens session tokens: sealed documents that hold the whole session, so that nothing is stored and any node can read them.</summary>
/// <remarks>
/// A token: version, id of the sealing key, 128 random bits, ciphertext, tag; in base64. Those bits and the sealing key give a key of the
/// token's own to seal it under, its access key's id and its secret. The deployment's name is bound in: another one's token doesn't open.
/// </remarks>
public sealed class SessionTokens(SealingKeys keys, string deploymentId)
{
    /// <summary>The longest token that is looked at, in chars. AWS's own stay far below.</summary>
    public const int MaxLength = 16 * 1024;

    private const string Purpose = "session-token";
    private const byte Version = 1;
    private const int TokenIdLength = 16;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + sizeof(uint) + TokenIdLength;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int MaterialLength = KeyLength + NonceLength + SecretAccessKey.RawLength + UniqueId.AccessKeyRandomLength;

    private readonly byte[] deployment = Encoding.UTF8.GetBytes(deploymentId);

    /// <summary>Makes the credentials of a session.</summary>
    public IssuedSession Issue(SessionDocument document)
    {
        var plain = SessionCodec.Write(document);
        var token = new byte[HeaderLength + plain.Length + TagLength];
        var key = keys.Active;
        token[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(token.AsSpan(1), key.Id);
        RandomNumberGenerator.Fill(token.AsSpan(HeaderLength - TokenIdLength, TokenIdLength));

        Span<byte> material = stackalloc byte[MaterialLength];
        Derive(key, token, material);
        using var aes = new AesGcm(material[..KeyLength], TagLength);
        aes.Encrypt(
            material.Slice(KeyLength, NonceLength), plain, token.AsSpan(HeaderLength, plain.Length), token.AsSpan(HeaderLength + plain.Length), Bound(token));
        var opened = Credentials(document, material);
        return new IssuedSession(opened.AccessKeyId, opened.SecretAccessKey, Convert.ToBase64String(token), document.ExpiresAt);
    }

    /// <summary>Opens a token, whether or not the session has ended.</summary>
    /// <returns>Null if the token was not made by this deployment, or was changed.</returns>
    public OpenedSession? Open(string token)
    {
        if (token.Length > MaxLength)
        {
            return null;
        }

        var bytes = new byte[(token.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length < HeaderLength + TagLength || bytes[0] != Version
            || keys.Find(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1))) is not { } key)
        {
            return null;
        }

        var sealedPart = bytes.AsSpan(HeaderLength, length - HeaderLength - TagLength);
        Span<byte> material = stackalloc byte[MaterialLength];
        Derive(key, bytes, material);
        var plain = new byte[sealedPart.Length];
        try
        {
            using var aes = new AesGcm(material[..KeyLength], TagLength);
            aes.Decrypt(material.Slice(KeyLength, NonceLength), sealedPart, bytes.AsSpan(length - TagLength, TagLength), plain, Bound(bytes));
        }
        catch (CryptographicException)
        {
            return null;
        }

        return Credentials(SessionCodec.Read(plain), material);
    }

    private static void Derive(SealingKey key, ReadOnlySpan<byte> token, Span<byte> material) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        key.Derive(Purpose),
        material,
        salt: token.Slice(HeaderLength - TokenIdLength, TokenIdLength),
        info: "claviger/session-token/1"u8);

    private static OpenedSession Credentials(SessionDocument document, ReadOnlySpan<byte> material)
    {
        var rest = material[(KeyLength + NonceLength)..];
        return new OpenedSession(
            document,
            AccessKeyId.OfSession(document.Account, rest[SecretAccessKey.RawLength..]).Value,
            SecretAccessKey.FromBytes(rest));
    }

    private byte[] Bound(ReadOnlySpan<byte> token) => [.. token[..HeaderLength], .. deployment];
}
