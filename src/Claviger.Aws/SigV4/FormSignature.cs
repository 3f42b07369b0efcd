using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws;

/// <summary>The signature of a form that posts an object: of the policy document in it, in base64.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html</remarks>
public sealed class FormSignature
{
    private const int CredentialParts = 5;

    private readonly string _day;
    private readonly string _service;
    private readonly string _policy;
    private readonly string _signature;

    private FormSignature(string[] credential, DateTimeOffset signedAt, string policy, string signature, string? token)
    {
        AccessKeyId = credential[0];
        _day = credential[1];
        Region = credential[2];
        _service = credential[3];
        SignedAt = signedAt;
        _policy = policy;
        _signature = signature;
        SecurityToken = token;
    }

    /// <summary>The id of the key that signed.</summary>
    public string AccessKeyId { get; }

    /// <summary>The scope's region.</summary>
    public string Region { get; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset SignedAt { get; }

    /// <summary>The session token; null without one.</summary>
    public string? SecurityToken { get; }

    /// <summary>Reads the signature in a form's fields.</summary>
    /// <returns>Null where there is none, nor a policy.</returns>
    /// <exception cref="AwsError">Fields are missing or malformed.</exception>
    public static FormSignature? Read(FormFields fields)
    {
        string? policy = fields["policy"];
        string? signature = fields["x-amz-signature"];
        if (policy is null && signature is null)
        {
            // AWS: a form of Signature Version 2 has other fields, and no later region takes it.
            return fields["AWSAccessKeyId"] is null ? null : throw SignatureErrors.S3.UnsupportedAlgorithm("", presigned: false);
        }

        if (fields.Required("x-amz-algorithm") != AuthorizationPart.Algorithm)
        {
            throw S3Error.InvalidArgument("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"", "x-amz-algorithm", fields["x-amz-algorithm"]!);
        }

        string credential = fields.Required("x-amz-credential");
        string[] parts = credential.Split('/');
        string date = fields.Required("x-amz-date");
        if (parts.Length != CredentialParts || parts[3] != "s3" || parts[4] != AuthorizationPart.Terminator)
        {
            throw SignatureErrors.S3.MalformedCredential(credential, presigned: true);
        }

        if (!AmzDate.TryParse(date, out DateTimeOffset signedAt) || !date.StartsWith(parts[1], StringComparison.Ordinal))
        {
            throw SignatureErrors.S3.BadDate(date, presigned: true);
        }

        return new FormSignature(parts, signedAt, fields.Required("policy"), fields.Required("x-amz-signature"), fields["x-amz-security-token"]);
    }

    /// <summary>Verifies the signature.</summary>
    /// <returns>What is wrong; null if it is right.</returns>
    public AwsError? Verify(SigningSecret secret)
    {
        var authorization = new SigV4Authorization { Day = _day, Region = Region, Service = _service };
        SigningKey key = secret.KeyFor(in authorization, out bool isDerived);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Sign(Encoding.UTF8.GetBytes(_policy), expected);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.UTF8.GetBytes(_signature)))
        {
            return SignatureErrors.S3.SignatureMismatch(AccessKeyId);
        }

        if (isDerived)
        {
            secret.Keep(key);
        }

        return null;
    }

    /// <summary>How it was signed, as context keys tell it.</summary>
    public SignedPayload ToPayload(SigningSecret secret)
    {
        var authorization = new SigV4Authorization { Day = _day, Region = Region, Service = _service, Date = "", Signature = new string('0', 64) };
        return new SignedPayload(IsPresigned: false, SignedAt, new ChunkSignatures(secret.KeyFor(in authorization, out _), in authorization));
    }
}
