namespace Claviger.Aws;

/// <summary>How a service words the refusal of a signature: a method for each thing that can be wrong with one.</summary>
public abstract class SignatureErrors
{
    /// <summary>IAM, STS and other services of the query protocol.</summary>
    public static SignatureErrors Query { get; } = new QuerySignatureErrors();

    /// <summary>EC2.</summary>
    public static SignatureErrors Ec2 { get; } = new Ec2SignatureErrors();

    /// <summary>S3.</summary>
    public static SignatureErrors S3 { get; } = new S3SignatureErrors();

    /// <summary>The request carries no signature at all.</summary>
    public abstract AwsError NotSigned();

    /// <summary>The Authorization header is of another scheme than AWS's.</summary>
    public abstract AwsError UnknownScheme();

    /// <summary>Signed both in the header and in the query.</summary>
    public abstract AwsError SignedTwice();

    /// <summary>A part of the Authorization header is not a pair.</summary>
    /// <param name="part">The part.</param>
    /// <param name="header">The whole header.</param>
    public abstract AwsError NotAPair(string part, string header);

    /// <summary>Parts of the Authorization header, or its date header, are missing.</summary>
    /// <param name="missing">The names of the parts; <c>Date</c> for the date.</param>
    /// <param name="header">The whole header.</param>
    public abstract AwsError HeaderIncomplete(IReadOnlyList<string> missing, string header);

    /// <summary>Parameters of a presigned request are missing.</summary>
    /// <param name="missing">Their names.</param>
    public abstract AwsError QueryIncomplete(IReadOnlyList<string> missing);

    /// <summary>The date has no form that is understood.</summary>
    public abstract AwsError BadDate(string date, bool presigned);

    /// <summary>The request was signed too long ago.</summary>
    /// <param name="signed">When it says that it was signed.</param>
    /// <param name="now">The server's time.</param>
    public abstract AwsError Expired(DateTimeOffset signed, DateTimeOffset now);

    /// <summary>The request was signed in the future.</summary>
    /// <param name="signed">When it says that it was signed.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="presigned">Whether the signature is in the query.</param>
    public abstract AwsError NotYetCurrent(DateTimeOffset signed, DateTimeOffset now, bool presigned);

    /// <summary>The host is not among the signed headers.</summary>
    public abstract AwsError HostNotSigned();

    /// <summary>A header named as signed is not in the request.</summary>
    public abstract AwsError SignedHeaderMissing(string name);

    /// <summary>Signed by an algorithm that this server does not take: SigV2, SigV4A.</summary>
    public abstract AwsError UnsupportedAlgorithm(string algorithm, bool presigned);

    /// <summary>The credential does not have its five parts.</summary>
    public abstract AwsError MalformedCredential(string credential, bool presigned);

    /// <summary>The credential's scope is not that of the request.</summary>
    public abstract AwsError WrongScope(in ScopeMismatch mismatch, bool presigned);

    /// <summary>There is no such access key, or it is inactive.</summary>
    public abstract AwsError UnknownAccessKey(string accessKeyId);

    /// <summary>The signature is not the one calculated.</summary>
    public abstract AwsError SignatureMismatch(string accessKeyId);

    /// <summary>The session token can't be read, belongs to another key, or came with a key that takes none.</summary>
    public abstract AwsError InvalidToken();

    /// <summary>The session has ended.</summary>
    public abstract AwsError ExpiredToken();

    /// <summary>S3 alone: how long a presigned request is valid is no number, or not from 1 to 604,800 seconds.</summary>
    public virtual AwsError BadExpires(string expires) => throw new NotSupportedException(expires);

    /// <summary>S3 alone: the presigned request is no longer valid.</summary>
    public virtual AwsError PresignedExpired() => throw new NotSupportedException();

    /// <summary>S3 alone: the payload's hash is not declared.</summary>
    public virtual AwsError PayloadHashMissing() => throw new NotSupportedException();

    /// <summary>S3 alone: the payload's hash is declared in no form that is known.</summary>
    public virtual AwsError BadPayloadHash() => throw new NotSupportedException();

    /// <summary>S3 alone: headers that matter are in the request but not signed.</summary>
    public virtual AwsError HeadersNotSigned(IReadOnlyList<string> names) => throw new NotSupportedException(string.Join(',', names));
}
