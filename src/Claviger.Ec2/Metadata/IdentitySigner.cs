using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Claviger.Ec2;

/// <summary>Signs instances' identity documents; its certificate is for everyone who verifies them.</summary>
public sealed class IdentitySigner : IDisposable
{
    private const int KeySize = 2048;
    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    private readonly X509Certificate2 _certificate;

    private IdentitySigner(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>The certificate, PEM.</summary>
    public string CertificatePem => _certificate.ExportCertificatePem();

    /// <summary>Opens the signer of a folder, or makes it.</summary>
    public static IdentitySigner Open(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new IdentitySigner(KeptCertificate.Open(folder, "identity.pem", () =>
        {
            var key = RSA.Create(KeySize);
            var request = new CertificateRequest("CN=Claviger instance identity", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var now = time.GetUtcNow();
            return (request.CreateSelfSigned(now - TimeSpan.FromDays(1), now + Life), key);
        }));
    }

    /// <summary>The bare signature, RSA with SHA-256, in base64.</summary>
    internal string Signature(string document)
    {
        using var key = _certificate.GetRSAPrivateKey()!;
        return Lines(key.SignData(Encoding.UTF8.GetBytes(document), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The document within a signed message (PKCS #7), in base64.</summary>
    internal string Message(string document) => Lines(SignedMessage.Of(Encoding.UTF8.GetBytes(document), _certificate));

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();

    private static string Lines(byte[] bytes) => string.Join('\n', Convert.ToBase64String(bytes).Chunk(64).Select(static line => new string(line)));
}
