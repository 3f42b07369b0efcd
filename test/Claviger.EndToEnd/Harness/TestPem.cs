using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Claviger.EndToEnd;

/// <summary>Keys and certificates in PEM and as OpenSSH writes them, made once a run.</summary>
public static class TestPem
{
    private static readonly Lazy<RSA[]> Keys = new(() => [.. Enumerable.Range(0, 6).Select(_ => RSA.Create(2048))]);

    /// <summary>The private key of a number, 0 to 5.</summary>
    public static string PrivateKey(int number) => Keys.Value[number].ExportPkcs8PrivateKeyPem();

    /// <summary>The public key of a number in PEM.</summary>
    public static string PublicKey(int number) => Keys.Value[number].ExportSubjectPublicKeyInfoPem();

    /// <summary>The public key of a number as OpenSSH writes it.</summary>
    public static string SshKey(int number) => SshKey(Keys.Value[number]);

    /// <summary>A public key as OpenSSH writes it.</summary>
    public static string SshKey(RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return "ssh-rsa " + Convert.ToBase64String([.. Part("ssh-rsa"u8), .. Part(parameters.Exponent), .. Part([0, .. parameters.Modulus!])]);

        static byte[] Part(ReadOnlySpan<byte> bytes) => [0, 0, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }

    /// <summary>A self-signed certificate of the key of a number, valid around now.</summary>
    public static string Certificate(int number, int daysLeft = 30)
    {
        var request = new CertificateRequest($"CN=test{number}.example", Keys.Value[number], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(daysLeft - 60), now.AddDays(daysLeft));
        return certificate.ExportCertificatePem();
    }
}
