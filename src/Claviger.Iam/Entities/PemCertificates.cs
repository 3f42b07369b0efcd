using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Claviger.Aws;

namespace Claviger.Iam;

/// <summary>X.509 certificates in PEM, as requests upload them.</summary>
internal static class PemCertificates
{
    private const string Label = "CERTIFICATE";

    /// <summary>Reads a text that holds one certificate.</summary>
    /// <exception cref="AwsError">MalformedCertificate.</exception>
    public static X509Certificate2 ReadOne(string text)
    {
        if (!PemEncoding.TryFind(text, out var fields) || text[fields.Label] != Label
            || PemEncoding.TryFind(text.AsSpan(fields.Location.End.Value), out _))
        {
            throw Malformed("Unable to parse certificate. Please ensure the certificate is in PEM format.");
        }

        try
        {
            return X509Certificate2.CreateFromPem(text);
        }
        catch (CryptographicException)
        {
            throw Malformed("Unable to parse certificate. Please ensure the certificate is in PEM format.");
        }
    }

    /// <summary>Refuses a text that is not a chain of certificates, one or more.</summary>
    /// <exception cref="AwsError">MalformedCertificate.</exception>
    public static void DemandChain(string text)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            throw Malformed("Unable to parse certificate chain. Please ensure the certificates are in PEM format.");
        }

        foreach (var certificate in chain)
        {
            certificate.Dispose();
        }

        if (chain.Count == 0)
        {
            throw Malformed("Unable to parse certificate chain. Please ensure the certificates are in PEM format.");
        }
    }

    /// <summary>Refuses a private key that is not the certificate's.</summary>
    /// <exception cref="AwsError">MalformedCertificate or KeyPairMismatch.</exception>
    public static void DemandKey(X509Certificate2 certificate, string privateKey)
    {
        if (!PemEncoding.TryFind(privateKey, out var fields) || !privateKey[fields.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw Malformed("Unable to parse private key. Please ensure the private key is unencrypted and in PEM format.");
        }

        try
        {
            using var key = Import(privateKey);
            if (!key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
            {
                throw AwsError.KeyPairMismatch("The public key in the certificate doesn't match the private key.");
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw Malformed("Unable to parse private key. Please ensure the private key is unencrypted and in PEM format.");
        }
    }

    private static AsymmetricAlgorithm Import(string privateKey)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(privateKey);
            return rsa;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
        }

        var ec = ECDsa.Create();
        try
        {
            ec.ImportFromPem(privateKey);
            return ec;
        }
        catch
        {
            ec.Dispose();
            throw;
        }
    }

    private static AwsError Malformed(string message) => AwsError.MalformedCertificate(message);
}
