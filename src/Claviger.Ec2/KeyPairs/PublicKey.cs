using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;

namespace Claviger.Ec2;

/// <summary>A public key in OpenSSH's form, with the fingerprints that AWS gives keys.</summary>
/// <param name="Kind"><c>rsa</c> or <c>ed25519</c>.</param>
/// <param name="Text">Algorithm and key in base64.</param>
/// <param name="Blob">The key itself.</param>
internal sealed record PublicKey(string Kind, string Text, byte[] Blob)
{
    private const string RsaName = "ssh-rsa";
    private const string Ed25519Name = "ssh-ed25519";
    private const int Ed25519Length = 32;

    /// <summary>The public half of an RSA key.</summary>
    public static PublicKey Of(RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        using var blob = new MemoryStream();
        Append(blob, Encoding.ASCII.GetBytes(RsaName));
        Append(blob, Unsigned(parameters.Exponent!));
        Append(blob, Unsigned(parameters.Modulus!));
        var bytes = blob.ToArray();
        return new PublicKey("rsa", $"{RsaName} {Convert.ToBase64String(bytes)}", bytes);
    }

    /// <summary>Reads a key that is imported.</summary>
    /// <exception cref="AwsError">It is not a key of OpenSSH's of one of the two kinds.</exception>
    public static PublicKey Parse(ReadOnlySpan<byte> material)
    {
        var parts = Encoding.UTF8.GetString(material).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[0] is not (RsaName or Ed25519Name))
        {
            throw Invalid();
        }

        var blob = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], blob, out var length))
        {
            throw Invalid();
        }

        var key = new PublicKey(parts[0] == RsaName ? "rsa" : "ed25519", $"{parts[0]} {parts[1]}", blob[..length]);
        var fields = Fields(key.Blob);
        var isWhole = fields is not null && Encoding.ASCII.GetString(fields[0]) == parts[0]
            && (key.Kind == "rsa" ? fields.Count == 3 : fields.Count == 2 && fields[1].Length == Ed25519Length);
        return isWhole ? key : throw Invalid();
    }

    /// <summary>The fingerprint of a key that was imported.</summary>
    // AWS: MD5 over the public key for RSA, OpenSSH's SHA-256 for ED25519.
    public string ImportedFingerprint()
    {
        if (Kind == "ed25519")
        {
            return Convert.ToBase64String(SHA256.HashData(Blob));
        }

        var fields = Fields(Blob)!;
        using var key = RSA.Create(new RSAParameters { Exponent = fields[1], Modulus = fields[2].SkipWhile(static part => part == 0).ToArray() });
#pragma warning disable CA5351 // a name for the key, not a protection: AWS's API has it so
        return Colons(MD5.HashData(key.ExportSubjectPublicKeyInfo()));
#pragma warning restore CA5351
    }

    /// <summary>The fingerprint of an RSA key that was made here.</summary>
    // AWS: SHA-1 over the private key.
    public static string MadeFingerprint(RSA key)
    {
#pragma warning disable CA5350 // a name for the key, not a protection: AWS's API has it so
        return Colons(SHA1.HashData(key.ExportPkcs8PrivateKey()));
#pragma warning restore CA5350
    }

    private static AwsError Invalid() => new("InvalidKey.Format", 400, "Key is not in valid OpenSSH public key format");

    private static string Colons(byte[] hash) => string.Join(':', hash.Select(static part => Convert.ToHexStringLower([part])));

    private static byte[] Unsigned(byte[] number) => (number[0] & 0x80) == 0 ? number : [0, .. number];

    private static void Append(MemoryStream blob, byte[] field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        blob.Write(length);
        blob.Write(field);
    }

    private static List<byte[]>? Fields(ReadOnlySpan<byte> blob)
    {
        var fields = new List<byte[]>();
        while (blob.Length >= sizeof(int))
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(blob);
            blob = blob[sizeof(int)..];
            if (length < 1 || length > blob.Length)
            {
                return null;
            }

            fields.Add(blob[..length].ToArray());
            blob = blob[length..];
        }

        return fields.Count == 0 || !blob.IsEmpty ? null : fields;
    }
}
