using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Iam;

/// <summary>An RSA public key in the two forms that IAM takes: a line as OpenSSH writes it, and PEM.</summary>
internal sealed class SshRsaKey
{
    private const string Type = "ssh-rsa";
    private const string PemLabel = "PUBLIC KEY";
    private const string Pkcs1Label = "RSA PUBLIC KEY";

    private readonly RSAParameters _parameters;

    private SshRsaKey(RSAParameters parameters) => _parameters = parameters;

    /// <summary>How long the modulus is.</summary>
    public int Bits => ((_parameters.Modulus!.Length - 1) * 8) + (32 - int.LeadingZeroCount(_parameters.Modulus[0]));

    /// <summary>The key as a line of OpenSSH.</summary>
    public string Line => $"{Type} {Convert.ToBase64String(Blob())}";

    /// <summary>MD5 of the key, as <c>ssh-keygen -l -E md5</c> prints it.</summary>
    public string Fingerprint
    {
        get
        {
#pragma warning disable CA5351 // AWS's form of a fingerprint: it names a key and protects nothing
            var hash = MD5.HashData(Blob());
#pragma warning restore CA5351
            return string.Join(':', hash.Select(static value => Convert.ToHexStringLower([value])));
        }
    }

    /// <summary>Whether a text is PEM rather than a line of OpenSSH.</summary>
    public static bool IsPem(string text) => text.Contains("-----BEGIN", StringComparison.Ordinal);

    /// <summary>Reads a key.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out SshRsaKey? key)
    {
        key = IsPem(text) ? ReadPem(text) : ReadLine(text);
        return key is not null;
    }

    /// <summary>The key in PEM.</summary>
    public string ToPem()
    {
        using var rsa = RSA.Create(_parameters);
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    private static SshRsaKey? ReadPem(string text)
    {
        if (!PemEncoding.TryFind(text, out var fields) || text[fields.Label] is not (PemLabel or Pkcs1Label))
        {
            return null;
        }

        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(text);
            return new SshRsaKey(rsa.ExportParameters(includePrivateParameters: false));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static SshRsaKey? ReadLine(string text)
    {
        var parts = text.Split((char[])[' ', '\t', '\r', '\n'], 3, StringSplitOptions.RemoveEmptyEntries);
        var blob = new byte[text.Length];
        if (parts.Length < 2 || parts[0] != Type || !Convert.TryFromBase64String(parts[1], blob, out var length))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = blob.AsSpan(0, length);
        return TryTake(ref rest, out var type) && type.SequenceEqual(Encoding.ASCII.GetBytes(Type))
            && TryTake(ref rest, out var exponent) && TryTake(ref rest, out var modulus)
            && rest.IsEmpty && IsPositive(exponent) && IsPositive(modulus)
            ? new SshRsaKey(new RSAParameters { Exponent = exponent.TrimStart((byte)0).ToArray(), Modulus = modulus.TrimStart((byte)0).ToArray() })
            : null;
    }

    private static bool IsPositive(ReadOnlySpan<byte> number) => !number.IsEmpty && number[0] < 0x80 && number.ContainsAnyExcept((byte)0);

    private static bool TryTake(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> part)
    {
        part = default;
        if (rest.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - sizeof(uint))
        {
            return false;
        }

        part = rest.Slice(sizeof(uint), (int)length);
        rest = rest[(sizeof(uint) + (int)length)..];
        return true;
    }

    private byte[] Blob()
    {
        var blob = new List<byte>();
        Add(Encoding.ASCII.GetBytes(Type));
        AddNumber(_parameters.Exponent!);
        AddNumber(_parameters.Modulus!);
        return [.. blob];

        void Add(ReadOnlySpan<byte> part)
        {
            Span<byte> length = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)part.Length);
            blob.AddRange(length);
            blob.AddRange(part);
        }

        // A number whose first bit is set would be read as negative.
        void AddNumber(byte[] number) => Add(number[0] < 0x80 ? number : [0, .. number]);
    }
}
