namespace Claviger.EndToEnd;

/// <summary>A server for tests of the console that need no browser, with users who have passwords.</summary>
public sealed class ConsoleServer : IAsyncLifetime
{
    /// <summary>The password of every user.</summary>
    public const string Password = "Some-Password-1";

    private readonly Lazy<SdkProcess> _boto3 = new(SdkProcess.Boto3);
    private LiveServer? _server;

    /// <summary>The server.</summary>
    public LiveServer Server => _server ?? throw new InvalidOperationException("The server isn't running.");

    /// <summary>An SDK for those who have keys.</summary>
    public SdkProcess Boto3 => _boto3.Value;

    /// <summary>A visitor without cookies.</summary>
    public ConsoleHttp Visit() => new(Server.Console);

    /// <summary>Somebody who is signed in.</summary>
    public async Task<ConsoleHttp> VisitAsync(string user)
    {
        var visitor = Visit();
        Assert.Equal(302, (int)(await visitor.SignInAsync(user, Password)).StatusCode);
        return visitor;
    }

    /// <summary>Adds a user who has the password of all.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="policy">The policy that is attached to it; none where it is not given.</param>
    /// <param name="profile">Further parameters of its login profile.</param>
    public async Task AddUserAsync(string name, string policy = "", string profile = "")
    {
        var http = new RawHttp(Server.Endpoint, LiveServer.RootKey);
        Assert.Equal(200, (await http.FormAsync($"Action=CreateUser&Version=2010-05-08&UserName={name}")).Status);
        Assert.Equal(200, (await http.FormAsync($"Action=CreateLoginProfile&Version=2010-05-08&UserName={name}&Password={Password}{profile}")).Status);
        if (policy.Length > 0)
        {
            Assert.Equal(200, (await http.FormAsync($"Action=AttachUserPolicy&Version=2010-05-08&UserName={name}&PolicyArn={Uri.EscapeDataString(policy)}")).Status);
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _server = await LiveServer.StartAsync(TestServer.Store);
        using var root = Visit();
        Assert.Equal(302, (int)(await root.SignInAsRootAsync()).StatusCode);
        const string trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
        var http = new RawHttp(Server.Endpoint, LiveServer.RootKey);
        Assert.Equal(200, (await http.FormAsync("Action=CreateGroup&Version=2010-05-08&GroupName=g")).Status);
        Assert.Equal(200, (await http.FormAsync($"Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument={Uri.EscapeDataString(trust)}")).Status);
        foreach (var (name, policy) in new[] { ("nobody", ""), ("reader", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"), ("leaver", "") })
        {
            await AddUserAsync(name, policy);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_boto3.IsValueCreated ? _boto3.Value.DisposeAsync() : ValueTask.CompletedTask);
        await Server.DisposeAsync();
    }
}
