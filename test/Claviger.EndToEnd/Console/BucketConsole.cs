namespace Claviger.EndToEnd;

/// <summary>A server with a bucket that root has made, and a user who may look at what is in S3 and no more.</summary>
public sealed class BucketConsole : IAsyncLifetime
{
    /// <summary>The bucket; it holds the object <c>kept.txt</c>.</summary>
    public const string Bucket = "root-bucket";

    private readonly ConsoleServer _console = new();

    /// <summary>The server.</summary>
    public LiveServer Server => _console.Server;

    /// <summary>Somebody who is signed in.</summary>
    public Task<ConsoleHttp> VisitAsync(string user) => _console.VisitAsync(user);

    /// <summary>A visitor without cookies.</summary>
    public ConsoleHttp Visit() => _console.Visit();

    /// <summary>The root user, signed in.</summary>
    public async Task<ConsoleHttp> VisitAsRootAsync()
    {
        var root = _console.Visit();
        await root.SignInAsRootAsync();
        return root;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _console.InitializeAsync();
        var http = new RawHttp(Server.Endpoint, LiveServer.RootKey);
        await http.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=looker");
        await http.FormAsync($"Action=CreateLoginProfile&Version=2010-05-08&UserName=looker&Password={ConsoleServer.Password}");
        await http.FormAsync($"Action=AttachUserPolicy&Version=2010-05-08&UserName=looker&PolicyArn={Uri.EscapeDataString("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")}");
        using var root = await VisitAsRootAsync();
        await root.PostAsync("/s3/create", "create-bucket", [("name", Bucket), ("region", "us-east-1"), ("block", "yes")]);
        using var kept = new StringContent("kept");
        await root.UploadAsync(Bucket, "", [("kept.txt", kept)]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _console.DisposeAsync();
}
