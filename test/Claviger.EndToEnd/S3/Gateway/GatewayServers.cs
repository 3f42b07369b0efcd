using Amazon.Runtime;
using Amazon.S3;
using Claviger.Store.Conformance;

namespace Claviger.EndToEnd;

/// <summary>A gateway in front of another server, and what it takes to call both.</summary>
/// <param name="tests">Has the SDK that calls the gateway.</param>
public abstract class GatewayServers(TestServer tests) : IAsyncLifetime
{
    private LiveServer? _gateway;
    private UpstreamTap? _tap;

    /// <summary>The secret that the gateway has of its upstream.</summary>
    protected abstract AwsCredentials UpstreamKey { get; }

    /// <summary>The gateway.</summary>
    public LiveServer Gateway => _gateway ?? throw new InvalidOperationException("The gateway isn't running.");

    /// <summary>The wire between the two.</summary>
    public UpstreamTap Tap => _tap ?? throw new InvalidOperationException("The gateway isn't running.");

    /// <summary>The secret of the upstream's key.</summary>
    public string UpstreamSecret => UpstreamKey.SecretAccessKey;

    /// <summary>The id of the upstream's key.</summary>
    public string UpstreamKeyId => UpstreamKey.AccessKeyId;

    /// <summary>The upstream without a gateway, as who owns it, through boto3.</summary>
    public SdkClient Upstream => new(tests.Boto3, UpstreamEndpoint, "s3", UpstreamKey);

    /// <summary>IAM of the gateway, as root.</summary>
    public SdkClient Iam => new(tests.Boto3, Gateway.Endpoint, "iam", LiveServer.RootKey);

    /// <summary>The gateway without a client library, as root.</summary>
    public RawHttp Http => new(Gateway.Endpoint, LiveServer.RootKey);

    /// <summary>Where the upstream listens.</summary>
    protected abstract Uri UpstreamEndpoint { get; }

    /// <summary>The gateway through boto3, as root or another; null for nobody.</summary>
    public SdkClient S3(AwsCredentials? who) => new(tests.Boto3, Gateway.Endpoint, "s3", who);

    /// <summary>The gateway through the SDK for .NET.</summary>
    public AmazonS3Client DotNet(AwsCredentials who) => new(
        new BasicAWSCredentials(who.AccessKeyId, who.SecretAccessKey),
        new AmazonS3Config { ServiceURL = Gateway.Endpoint.OriginalString, ForcePathStyle = true, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    /// <summary>Makes a bucket through the gateway.</summary>
    public async Task<string> NewBucketAsync(string name)
    {
        await S3(LiveServer.RootKey).CallAsync("CreateBucket", new { Bucket = name });
        return name;
    }

    /// <summary>Makes a user with this inline policy, and a key of its.</summary>
    public async Task<AwsCredentials> NewUserAsync(string name, string policy)
    {
        await Iam.CallAsync("CreateUser", new { UserName = name });
        await Iam.CallAsync("PutUserPolicy", new { UserName = name, PolicyName = "inline", PolicyDocument = policy });
        var key = await Iam.CallAsync("CreateAccessKey", new { UserName = name });
        return new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!);
    }

    /// <summary>The gateway's event history as it is told.</summary>
    public async Task<string> EventsAsync() =>
        (await new SdkClient(tests.Boto3, Gateway.Endpoint, "cloudtrail", LiveServer.RootKey).CallAsync("LookupEvents")).Json!.ToJsonString();

    /// <summary>What the upstream was asked while something was done.</summary>
    public async Task<IReadOnlyList<string>> AskedDuringAsync(Func<Task> action)
    {
        var before = Tap.Requests.Count;
        await action();
        return [.. Tap.Requests.Skip(before)];
    }

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        _tap = new UpstreamTap(UpstreamEndpoint);
        string[] store = TestServer.Store == StoreKind.Postgresql ? ["--database", PostgresCluster.Shared.CreateDatabase()] : [];
        _gateway = await LiveServer.StartAsync(
            [
                .. store, "--s3-upstream", _tap.Endpoint.OriginalString, "--s3-upstream-access-key-id", UpstreamKeyId,
                "--s3-upstream-account", LiveServer.AccountId,
            ],
            new Dictionary<string, string?> { ["CLAVIGER_S3_UPSTREAM_SECRET_ACCESS_KEY"] = UpstreamSecret });
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Tap.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
