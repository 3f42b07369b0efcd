using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws;

/// <summary>Checks that a request was signed with a secret access key and is what was signed.</summary>
public static class SigV4Verifier
{
    private const int SignatureLength = 64;

    /// <summary>Verifies a request's signature.</summary>
    /// <param name="request">The request.</param>
    /// <param name="authorization">Its signature, as <see cref="SigV4Reader"/> read it.</param>
    /// <param name="rules">The service's rules.</param>
    /// <param name="secret">The secret access key of the id that the signature names.</param>
    /// <returns>What is wrong; null if the signature is right.</returns>
    public static AwsError? Verify(in SignedRequest request, in SigV4Authorization authorization, SigningRules rules, SigningSecret secret)
    {
        Span<byte> expected = stackalloc byte[SignatureLength];
        var key = secret.KeyFor(in authorization, out var derived);
        if (Sign(in request, in authorization, rules, key, expected) is { } error)
        {
            return error;
        }

        Span<byte> given = stackalloc byte[SignatureLength];
        if (authorization.Signature.Length != SignatureLength
            || Encoding.ASCII.GetBytes(authorization.Signature, given) != SignatureLength
            || !CryptographicOperations.FixedTimeEquals(given, expected))
        {
            return rules.Errors.SignatureMismatch(authorization.AccessKeyId.ToString());
        }

        if (derived)
        {
            secret.Keep(key);
        }

        return null;
    }

    /// <summary>What the body of a request is checked against while it is read; for a signature that has been verified.</summary>
    public static SignedPayload PayloadOf(in SigV4Authorization authorization, SigningSecret secret)
    {
        _ = AmzDate.TryParse(authorization.Date, out var signedAt);
        return new SignedPayload(authorization.IsPresigned, signedAt, new ChunkSignatures(secret.KeyFor(in authorization, out _), in authorization));
    }

    /// <summary>Calculates the signature that a request should have.</summary>
    internal static AwsError? Sign(
        in SignedRequest request, in SigV4Authorization authorization, SigningRules rules, SigningKey key, Span<byte> hexadecimal)
    {
        var canonical = new ByteWriter(stackalloc byte[1024]);
        var toSign = new ByteWriter(stackalloc byte[256]);
        try
        {
            if (CanonicalRequest.Write(ref canonical, in request, in authorization, rules) is { } error)
            {
                return error;
            }

            toSign.Write("AWS4-HMAC-SHA256\n"u8);
            toSign.WriteWire(authorization.Date);
            toSign.Write((byte)'\n');
            toSign.WriteWire(authorization.Day);
            toSign.Write((byte)'/');
            toSign.WriteWire(authorization.Region);
            toSign.Write((byte)'/');
            toSign.WriteWire(authorization.Service);
            toSign.Write("/aws4_request\n"u8);
            PayloadHash.WriteOf(ref toSign, canonical.Written);

            Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
            key.Sign(toSign.Written, signature);
            Convert.TryToHexStringLower(signature, hexadecimal, out _);
            return null;
        }
        finally
        {
            canonical.Dispose();
            toSign.Dispose();
        }
    }
}
