using System.Net;

namespace Claviger.EndToEnd;

/// <summary>An account with an instance that runs and one that is stopped, and users who sign in to the console.</summary>
public sealed class InstanceConsole(TestServer server) : IAsyncLifetime
{
    private string? _running;
    private string? _stopped;

    /// <summary>The account.</summary>
    public InstanceAccount Instances { get; } = new(server);

    /// <summary>An instance that runs, with the profile <c>held</c> and the name <c>kept</c>.</summary>
    public string Running => _running!;

    /// <summary>An instance that is stopped, without a profile.</summary>
    public string Stopped => _stopped!;

    /// <summary>Where AWS's endpoint is: another origin, on the same host.</summary>
    public Uri Endpoint => server.Endpoint;

    /// <summary>Where the console is.</summary>
    public Uri Console => server.Console;

    /// <summary>Makes a user with a password, and with these of AWS's policies.</summary>
    public async Task<SdkCaller> NewUserAsync(string name, params IEnumerable<string> policies)
    {
        var caller = await Instances.Account.NewUserAsync(name);
        var iam = Instances.Account.Root.Iam;
        await iam.CallAsync("CreateLoginProfile", new { UserName = name, ConsoleServer.Password });
        foreach (var policy in policies)
        {
            await iam.CallAsync("AttachUserPolicy", new { UserName = name, PolicyArn = $"arn:aws:iam::aws:policy/{policy}" });
        }

        return caller;
    }

    /// <summary>Signs a user in.</summary>
    public async Task<ConsoleHttp> VisitAsync(string user)
    {
        var visitor = new ConsoleHttp(Console);
        using var answer = await visitor.SignInAsync(user, ConsoleServer.Password, Instances.Account.Id);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Instances.InitializeAsync();
        await Instances.NewProfileAsync("held");
        _running = await Instances.RunAsync(
            ("IamInstanceProfile", new { Name = "held" }),
            ("UserData", "#!/bin/sh\necho booted"),
            ("TagSpecifications", new[] { new { ResourceType = "instance", Tags = new[] { new { Key = "Name", Value = "kept" } } } }));
        _stopped = await Instances.RunAsync();
        await Instances.WaitAsync(_stopped, "running");
        await Instances.Ec2.CallAsync("StopInstances", new { InstanceIds = new[] { _stopped } });
        await Instances.WaitAsync(_running, "running");
        await Instances.WaitAsync(_stopped, "stopped");
        await Instances.Ec2.CallAsync("ImportKeyPair", new { KeyName = "kept", PublicKeyMaterial = KeyPairTests.Ed25519 });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Instances.DisposeAsync();
}
