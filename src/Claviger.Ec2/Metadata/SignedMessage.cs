using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Claviger.Ec2;

/// <summary>Signed messages as RFC 5652 has them (CMS, once PKCS #7), in the one form that identity documents need: RSA, SHA-256, one signer.</summary>
internal static class SignedMessage
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    /// <summary>Signs a content and puts it in the message.</summary>
    public static byte[] Of(ReadOnlySpan<byte> content, X509Certificate2 signer)
    {
        using var key = signer.GetRSAPrivateKey()!;
        var signature = key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Explicit))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    WriteAlgorithm(writer, Sha256);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Data);
                    using (writer.PushSequence(Explicit))
                    {
                        writer.WriteOctetString(content);
                    }
                }

                using (writer.PushSetOf())
                {
                    WriteSigner(writer, signer, signature);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteSigner(AsnWriter writer, X509Certificate2 signer, byte[] signature)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.IssuerName.RawData);
                writer.WriteInteger(new BigInteger(signer.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true));
            }

            WriteAlgorithm(writer, Sha256);
            WriteAlgorithm(writer, Rsa);
            writer.WriteOctetString(signature);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
            writer.WriteNull();
        }
    }
}
