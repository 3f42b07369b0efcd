using System.Diagnostics;
using System.Globalization;

namespace Claviger.EndToEnd;

/// <summary>A server that runs instances, and the hands to work with them: API calls from outside, commands inside.</summary>
public sealed class InstanceLab : IAsyncDisposable
{
    /// <summary>The user that instances are of where the server is root's.</summary>
    public const uint InstanceUser = 64_087;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly SdkProcess _boto3;

    private InstanceLab(LiveServer server, string image, SdkProcess boto3) => (Server, Image, _boto3) = (server, image, boto3);

    /// <summary>The server.</summary>
    public LiveServer Server { get; }

    /// <summary>The image's id.</summary>
    public string Image { get; }

    /// <summary>EC2, as the root user.</summary>
    public SdkClient Ec2 => Root("ec2");

    /// <summary>IAM, as the root user.</summary>
    public SdkClient Iam => Root("iam");

    /// <summary>S3, as the root user.</summary>
    public SdkClient S3 => Root("s3");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Starts a server.</summary>
    public static async Task<InstanceLab> StartAsync(LabDriver driver, bool asMachines = false)
    {
        Assert.SkipUnless(TestServer.Store == StoreKind.Sqlite, "What runs instances knows no store: once is enough.");
        Assert.SkipUnless(driver == LabDriver.Rootless || IsRoot, "Only root runs instances as root.");
        var isApart = driver == LabDriver.Rootless && IsRoot;
        Assert.SkipUnless(!isApart || LabImage.IsWithinReachOf(InstanceUser), "The checkout is in a folder that only root reads: no ordinary user can run the program from it.");
        var image = await (asMachines ? LabImage.IdWithKernelAsync() : LabImage.IdAsync());
        var server = await LiveServer.StartAsync(["--images", LabImage.Folder, .. asMachines ? ["--virtual-machines"] : Array.Empty<string>()], user: isApart ? InstanceUser : null);
        return new InstanceLab(server, image, SdkProcess.Boto3());
    }

    /// <summary>A service through boto3, as the root user.</summary>
    public SdkClient Root(string service) => new(_boto3, Server.Endpoint, service, LiveServer.RootKey);

    /// <summary>Makes a role that EC2 may assume, in an instance profile of the same name.</summary>
    public async Task NewRoleAsync(string name, params string[] policies)
    {
        const string trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        await Iam.CallAsync("CreateRole", new { RoleName = name, AssumeRolePolicyDocument = trust });
        await Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = name });
        await Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = name, RoleName = name });
        foreach (var policy in policies)
        {
            await AttachAsync(name, policy);
        }
    }

    /// <summary>Attaches one of AWS's policies to a role.</summary>
    public Task AttachAsync(string role, string policy) => Iam.CallAsync("AttachRolePolicy", new { RoleName = role, PolicyArn = $"arn:aws:iam::aws:policy/{policy}" });

    /// <summary>Detaches it.</summary>
    public Task DetachAsync(string role, string policy) => Iam.CallAsync("DetachRolePolicy", new { RoleName = role, PolicyArn = $"arn:aws:iam::aws:policy/{policy}" });

    /// <summary>Launches an instance and waits until it runs.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> LaunchAsync(
        string? profile = null, string? userData = null, object? options = null, string type = "t3.small", IReadOnlyDictionary<string, object>? more = null)
    {
        var request = new Dictionary<string, object> { ["ImageId"] = Image, ["InstanceType"] = type, ["MinCount"] = 1, ["MaxCount"] = 1 };
        foreach (var (name, value) in more ?? new Dictionary<string, object>())
        {
            request[name] = value;
        }

        if (profile is not null)
        {
            request["IamInstanceProfile"] = new { Name = profile };
        }

        if (userData is not null)
        {
            request["UserData"] = userData;
        }

        if (options is not null)
        {
            request["MetadataOptions"] = options;
        }

        var launched = await Ec2.CallAsync("RunInstances", request);
        var id = launched.List("Instances")[0]["InstanceId"]!;
        await WaitAsync(id, "running");
        return id;
    }

    /// <summary>Waits until an instance is in a state.</summary>
    public async Task WaitAsync(string id, string state)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (await StateAsync(id) is var now && now != state)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"{id} is {now}, not {state}.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The state of an instance.</summary>
    public async Task<string> StateAsync(string id) => (await DescribeAsync(id))["State.Name"]!;

    /// <summary>What DescribeInstances says of an instance.</summary>
    public async Task<SdkAnswer> DescribeAsync(string id) =>
        (await Ec2.CallAsync("DescribeInstances", new { InstanceIds = new[] { id } })).List("Reservations")[0].List("Instances")[0];

    /// <summary>Waits until the console of an instance shows a text.</summary>
    public async Task ConsoleShowsAsync(string id, string text)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            // Which boto3 has decoded.
            var output = (await Ec2.CallAsync("GetConsoleOutput", new { InstanceId = id }))["Output"] ?? "";
            if (output.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetUtcNow() < until, output);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Runs a shell's script in an instance, as the root user of the account.</summary>
    public Task<ProgramRun> ShellAsync(string id, string script, string input = "") =>
        ClavigerProgram.RunAsync(["ssh", id, "--endpoint-url", Server.Endpoint.OriginalString, "--", "/bin/bash", "-c", script], Key(LiveServer.RootKey), input);

    /// <summary>Starts a program in an instance, as the root user of the account.</summary>
    public Process Start(string id, IEnumerable<string> command)
    {
        var start = ClavigerProgram.Start(["ssh", id, "--endpoint-url", Server.Endpoint.OriginalString, "--", .. command]);
        foreach (var (name, value) in Key(LiveServer.RootKey))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a script in an instance that must succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> OutputAsync(string id, string script)
    {
        var run = await ShellAsync(id, script);
        Assert.True(run.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{script} ended with {run.ExitCode}: {run.Output}{run.Errors}"));
        return run.Output.Trim();
    }

    /// <summary>The variables by which the program's commands know their caller.</summary>
    public static Dictionary<string, string?> Key(AwsCredentials credentials) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
        ["AWS_SESSION_TOKEN"] = credentials.SessionToken,
    };

    /// <summary>The ids of all processes of this machine that have to do with the server's folder.</summary>
    public IReadOnlyList<int> Processes() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => name!)
            .Where(name => TryRead($"/proc/{name}/cmdline").Contains($"{Server.Folder}/instances/", StringComparison.Ordinal))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var all = await Ec2.CallAsync("DescribeInstances");
        string[] ids = [.. all.List("Reservations").SelectMany(it => it.List("Instances")).Where(it => it["State.Name"] != "terminated").Select(it => it["InstanceId"]!)];
        if (ids.Length > 0)
        {
            await Ec2.CallAsync("TerminateInstances", new { InstanceIds = ids });
            foreach (var id in ids)
            {
                await WaitAsync(id, "terminated");
            }
        }

        await _boto3.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static string TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
