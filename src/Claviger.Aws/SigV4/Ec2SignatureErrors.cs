namespace Claviger.Aws;

/// <summary>The words of EC2, which says little about what is wrong.</summary>
internal sealed class Ec2SignatureErrors : SignatureErrors
{
    public override AwsError NotSigned() => new("MissingParameter", 400, "The request must contain the parameter AWSAccessKeyId");

    public override AwsError UnknownScheme() => Failure();

    public override AwsError SignedTwice() => Failure();

    public override AwsError NotAPair(string part, string header) => Failure();

    public override AwsError HeaderIncomplete(IReadOnlyList<string> missing, string header) => Failure();

    public override AwsError QueryIncomplete(IReadOnlyList<string> missing) => Failure();

    public override AwsError BadDate(string date, bool presigned) => Failure();

    public override AwsError Expired(DateTimeOffset signed, DateTimeOffset now) => RequestExpired();

    public override AwsError NotYetCurrent(DateTimeOffset signed, DateTimeOffset now, bool presigned) => Failure();

    public override AwsError HostNotSigned() => Failure();

    public override AwsError SignedHeaderMissing(string name) => Failure();

    public override AwsError UnsupportedAlgorithm(string algorithm, bool presigned) => Failure();

    public override AwsError MalformedCredential(string credential, bool presigned) => Failure();

    public override AwsError WrongScope(in ScopeMismatch mismatch, bool presigned) => Failure();

    public override AwsError UnknownAccessKey(string accessKeyId) => Failure();

    public override AwsError SignatureMismatch(string accessKeyId) => Failure();

    public override AwsError InvalidToken() => Failure();

    public override AwsError ExpiredToken() => RequestExpired();

    private static AwsError Failure() => new("AuthFailure", 401, "AWS was not able to validate the provided access credentials");

    private static AwsError RequestExpired() => new("RequestExpired", 400, "Request has expired.");
}
