using System.Text;

namespace Claviger.Aws;

/// <summary>A secret access key, with the signing keys that requests have needed of it. Safe to share between threads.</summary>
public sealed class SigningSecret
{
    // A client signs for few scopes, and for two days around midnight. Only a verified signature puts a key here, so no stranger pushes others out.
    private const int MaxKeys = 8;
    private const int KeySize = 1024;

    private readonly byte[] _prefixed;
    private SigningKey[] _keys = [];

    /// <param name="secretAccessKey">The secret access key, as text.</param>
    public SigningSecret(string secretAccessKey) => _prefixed = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);

    /// <summary>The most memory that it comes to take, in bytes.</summary>
    public int Size => 64 + _prefixed.Length + (MaxKeys * KeySize);

    /// <summary>The key of a scope, kept or derived.</summary>
    internal SigningKey KeyFor(in SigV4Authorization authorization, out bool derived)
    {
        foreach (var key in Volatile.Read(ref _keys))
        {
            if (key.IsFor(authorization.Day, authorization.Region, authorization.Service))
            {
                derived = false;
                return key;
            }
        }

        derived = true;
        return SigningKey.Derive(_prefixed, authorization.Day, authorization.Region, authorization.Service);
    }

    /// <summary>Keeps a key that has proved right; the newest comes first and the oldest goes.</summary>
    internal void Keep(SigningKey key)
    {
        var keys = Volatile.Read(ref _keys);
        SigningKey[] changed = [key, .. keys.AsSpan(0, Math.Min(keys.Length, MaxKeys - 1))];

        // Where two threads race one key is lost and will be derived again.
        Volatile.Write(ref _keys, changed);
    }
}
