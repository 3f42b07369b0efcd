namespace Claviger.EndToEnd;

/// <summary>Somebody who calls the server: an access key, and every client that uses it.</summary>
public sealed class SdkCaller(TestServer server, AwsCredentials? credentials)
{
    /// <summary>What the calls are signed with; null: they are not signed.</summary>
    public AwsCredentials? Credentials => credentials;

    /// <summary>IAM through boto3.</summary>
    public SdkClient Iam => new(server.Boto3, server.Endpoint, "iam", credentials);

    /// <summary>STS through boto3.</summary>
    public SdkClient Sts => new(server.Boto3, server.Endpoint, "sts", credentials);

    /// <summary>S3 through boto3; bodies are texts.</summary>
    public SdkClient S3 => new(server.Boto3, server.Endpoint, "s3", credentials);

    /// <summary>CloudTrail through boto3.</summary>
    public SdkClient CloudTrail => new(server.Boto3, server.Endpoint, "cloudtrail", credentials);

    /// <summary>IAM Access Analyzer through boto3.</summary>
    public SdkClient AccessAnalyzer => new(server.Boto3, server.Endpoint, "accessanalyzer", credentials);

    /// <summary>EC2 through boto3.</summary>
    public SdkClient Ec2 => new(server.Boto3, server.Endpoint, "ec2", credentials);

    /// <summary>IAM through the SDK for JavaScript.</summary>
    public SdkClient JavaScriptIam => new(server.JavaScript, server.Endpoint, "iam", credentials);

    /// <summary>STS through the SDK for JavaScript.</summary>
    public SdkClient JavaScriptSts => new(server.JavaScript, server.Endpoint, "sts", credentials);

    /// <summary>Debian's <c>aws</c>.</summary>
    public AwsCli Aws => new(server.Endpoint, credentials ?? throw new InvalidOperationException("aws signs what it sends."));

    /// <summary>Requests made by hand, signed with the caller's key or altered on the way.</summary>
    public RawHttp Http => new(server.Endpoint, credentials);
}
