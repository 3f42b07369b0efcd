using System.Security.Cryptography;
using System.Text;

namespace Claviger.Store;

/// <summary>The key that wraps the keys of the ring: 32 bytes that are never in the database.</summary>
public sealed class MasterKey
{
    /// <summary>Bytes of a master key, and of a key of the ring.</summary>
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] key;

    /// <param name="key">The key.</param>
    public MasterKey(byte[] key) => this.key = key.Length == Length
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: "claviger/key-ring"u8.ToArray())
        : throw new MasterKeyException($"A master key is {Length} bytes.");

    /// <summary>Wraps a key of the ring.</summary>
    internal byte[] Wrap(string id, ReadOnlySpan<byte> ringKey)
    {
        var wrapped = new byte[NonceLength + ringKey.Length + TagLength];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            wrapped.AsSpan(0, NonceLength),
            ringKey,
            wrapped.AsSpan(NonceLength, ringKey.Length),
            wrapped.AsSpan(NonceLength + ringKey.Length),
            Encoding.UTF8.GetBytes(id));
        return wrapped;
    }

    /// <summary>Unwraps a key of the ring.</summary>
    /// <exception cref="MasterKeyException">It is wrapped under another master key, or damaged.</exception>
    internal byte[] Unwrap(string id, ReadOnlySpan<byte> wrapped)
    {
        try
        {
            var ringKey = new byte[wrapped.Length - NonceLength - TagLength];
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(
                wrapped[..NonceLength],
                wrapped[NonceLength..^TagLength],
                wrapped[^TagLength..],
                ringKey,
                Encoding.UTF8.GetBytes(id));
            return ringKey;
        }
        catch (CryptographicException e)
        {
            throw new MasterKeyException("The master key is not the one that this deployment's keys are wrapped under.", e);
        }
    }
}
