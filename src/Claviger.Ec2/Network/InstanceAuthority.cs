using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Claviger.Ec2;

/// <summary>
/// The authority that instances trust for names under <c>amazonaws.com</c>, and for nothing else: made once in the data folder, known to no
/// other program of the host.
/// </summary>
public sealed class InstanceAuthority : IDisposable
{
    private const string Domain = "amazonaws.com";
    private const int MostLeaves = 256;
    private static readonly string[] RootFolders = ["etc", "etc/ssl", "etc/ssl/certs"];
    private const string NameConstraints = "2.5.29.30";
    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);
    private static readonly TimeSpan LeafLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan LeafUse = TimeSpan.FromDays(20);

    private readonly X509Certificate2 _authority;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (X509Certificate2 Certificate, DateTimeOffset Made)> _leaves = new(StringComparer.Ordinal);

    private InstanceAuthority(X509Certificate2 authority, TimeProvider time) => (_authority, _time) = (authority, time);

    /// <summary>Opens the authority of a folder, or makes it.</summary>
    public static InstanceAuthority Open(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new InstanceAuthority(KeptCertificate.Open(folder, "authority.pem", () => Make(time.GetUtcNow())), time);
    }

    /// <summary>Whether a name is one that instances reach this server by.</summary>
    public static bool Covers(string name) =>
        name.Length <= 253 && (name.Equals(Domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase));

    /// <summary>The certificate for a name that a client asks for; that of the domain where it asks for none, or for one that is not under it.</summary>
    public X509Certificate2 CertificateFor(string? name)
    {
        name = name is not null && Covers(name) ? name.ToLowerInvariant() : Domain;
        var now = _time.GetUtcNow();
        if (_leaves.TryGetValue(name, out var leaf) && now - leaf.Made < LeafUse)
        {
            return leaf.Certificate;
        }

        if (_leaves.Count >= MostLeaves)
        {
            _leaves.Clear();
        }

        var made = Issue(name, now);
        _leaves[name] = (made, now);
        return made;
    }

    /// <summary>What programs of an image shall trust: its own roots, and this authority.</summary>
    internal string TrustedRoots(string imageRoot)
    {
        // Read where it lies, never through a link of the image's: that would be a file of the host.
        var own = new FileInfo(Path.Combine(imageRoot, "etc/ssl/certs/ca-certificates.crt"));
        var isOwn = own is { Exists: true, LinkTarget: null }
            && RootFolders.All(folder => new DirectoryInfo(Path.Combine(imageRoot, folder)).LinkTarget is null);
        return $"{(isOwn ? File.ReadAllText(own.FullName) : "")}{_authority.ExportCertificatePem()}\n";
    }

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();

    private static (X509Certificate2 Certificate, AsymmetricAlgorithm Key) Make(DateTimeOffset now)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Claviger instances", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509Extension(NameConstraints, Constraints(), critical: true));
        return (request.CreateSelfSigned(now - TimeSpan.FromDays(1), now + Life), key);
    }

    // RFC 5280, 4.2.1.10: names under the domain are permitted, every address is excluded.
    private static byte[] Constraints()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, Domain, new Asn1Tag(TagClass.ContextSpecific, 2));
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                foreach (var length in new[] { 8, 32 })
                {
                    using var _ = writer.PushSequence();
                    writer.WriteOctetString(new byte[length], new Asn1Tag(TagClass.ContextSpecific, 7));
                }
            }
        }

        return writer.Encode();
    }

    private X509Certificate2 Issue(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName("CN=Claviger endpoint"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        Span<byte> serial = stackalloc byte[16];
        RandomNumberGenerator.Fill(serial);
        serial[0] &= 0x7F;
        using var certificate = request.Create(_authority, now - TimeSpan.FromDays(1), now + LeafLife, serial);
        return certificate.CopyWithPrivateKey(key);
    }
}
