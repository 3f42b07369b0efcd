using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Store;

/// <summary>A key of the ring, unwrapped. Nothing is sealed under it itself, but under keys derived from it for each purpose.</summary>
public sealed class SealingKey
{
    private readonly byte[] secret;
    private readonly ConcurrentDictionary<string, byte[]> derived = new(StringComparer.Ordinal);

    internal SealingKey(uint id, SealingKeyState state, byte[] secret)
    {
        Id = id;
        State = state;
        this.secret = secret;
    }

    /// <summary>The key's number, which what is sealed under it begins with.</summary>
    public uint Id { get; }

    internal SealingKeyState State { get; }

    /// <summary>The key of a purpose: 32 bytes, the same each time. Must not be changed.</summary>
    public byte[] Derive(string purpose) => derived.GetOrAdd(
        purpose,
        static (name, secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, MasterKey.Length, info: Encoding.UTF8.GetBytes("claviger/" + name)),
        secret);
}
