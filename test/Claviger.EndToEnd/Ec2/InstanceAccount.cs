using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>An account that launches instances from the tiny image, with a role for them in an instance profile.</summary>
/// <remarks>Instances are real: a class launches few.</remarks>
public sealed class InstanceAccount(TestServer server) : IAsyncLifetime
{
    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    // Every instance is some processes, and tests beside this one start theirs on the same cores.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private string? _imageId;

    /// <summary>The account itself.</summary>
    public TestAccount Account { get; } = new(server);

    /// <summary>EC2 as the root user.</summary>
    public SdkClient Ec2 => Account.Root.Ec2;

    /// <summary>The image.</summary>
    public string ImageId => _imageId ?? throw new InvalidOperationException("The image is not there yet.");

    /// <summary>The ARN of a resource of EC2's in this account.</summary>
    public string Arn(string resource) => $"arn:aws:ec2:us-east-1:{Account.Id}:{resource}";

    /// <summary>Parameters of RunInstances for one small instance, with these beside them.</summary>
    public Dictionary<string, object?> Launch(params IEnumerable<(string Name, object? Value)> more)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["ImageId"] = ImageId,
            ["InstanceType"] = "t3.nano",
            ["MinCount"] = 1,
            ["MaxCount"] = 1,
        };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    /// <summary>Launches one small instance.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> RunAsync(params IEnumerable<(string Name, object? Value)> more) =>
        (await Ec2.CallAsync("RunInstances", Launch(more))).List("Instances")[0]["InstanceId"]!;

    /// <summary>Waits until an instance is in a state, as a client's waiter does.</summary>
    public async Task WaitAsync(string id, string state)
    {
        var begin = TimeProvider.System.GetTimestamp();
        string? last = null;
        while (TimeProvider.System.GetElapsedTime(begin) < Patience)
        {
            var instance = await DescribeAsync(id);
            last = instance["State.Name"];
            if (last == state)
            {
                return;
            }

            Assert.False(last == "terminated", $"The instance has ended: {instance["StateReason.Message"]}");
            await Task.Delay(50);
        }

        Assert.Fail($"The instance is {last}, and not {state}.");
    }

    /// <summary>What DescribeInstances says of an instance.</summary>
    public async Task<SdkAnswer> DescribeAsync(string id) =>
        (await Ec2.CallAsync("DescribeInstances", new { InstanceIds = new[] { id } })).List("Reservations")[0].List("Instances")[0];

    /// <summary>Makes a role that EC2 may assume, alone in an instance profile of the same name.</summary>
    /// <returns>The profile's ARN.</returns>
    public async Task<string> NewProfileAsync(string name)
    {
        await Account.NewRoleAsync(name, Trust);
        var made = await Account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = name });
        await Account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = name, RoleName = name });
        return made["InstanceProfile.Arn"]!;
    }

    /// <summary>A policy document with these statements, each of actions, a resource, and a condition or none.</summary>
    public static string Policy(params IEnumerable<(string Action, string Resource, string? Condition)> statements) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. statements.Select(static statement =>
        {
            var json = new JsonObject { ["Effect"] = "Allow", ["Action"] = statement.Action, ["Resource"] = statement.Resource };
            if (statement.Condition is { } condition)
            {
                json["Condition"] = JsonNode.Parse(condition);
            }

            return (JsonNode)json;
        })]),
    }.ToJsonString();

    /// <summary>Refuses anything but EC2's denial of an action on a resource to a user of this account without any policy for it.</summary>
    public void AssertDenied(SdkError error, string user, string action, string? resource)
    {
        var clause = resource is null ? "" : $" on resource: {resource}";
        var text = $"You are not authorized to perform this operation. User: {Account.Arn("user/" + user)} is not authorized to perform: {action}{clause} "
            + $"because no identity-based policy allows the {action} action";
        Assert.Equal(("UnauthorizedOperation", 403), (error.Code, error.Status));
        if (resource is null)
        {
            Assert.Equal(text, error.Message);
        }
        else
        {
            Assert.StartsWith($"{text}. Encoded authorization failure message: ", error.Message, StringComparison.Ordinal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Account.InitializeAsync();
        _imageId = await server.ImageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var left = (await Ec2.CallAsync("DescribeInstances")).List("Reservations")
            .SelectMany(static reservation => reservation.List("Instances"))
            .Where(static instance => instance["State.Name"] is not ("terminated" or "shutting-down"))
            .Select(static instance => instance["InstanceId"]!)
            .ToArray();
        foreach (var id in left)
        {
            await Ec2.CallAsync("ModifyInstanceAttribute", new { InstanceId = id, DisableApiTermination = new { Value = false } });
        }

        if (left.Length > 0)
        {
            await Ec2.CallAsync("TerminateInstances", new { InstanceIds = left });
            foreach (var id in left)
            {
                await GoneAsync(id);
            }
        }
    }

    /// <summary>Waits until an instance is terminated.</summary>
    public Task GoneAsync(string id) => UntilAsync(id, static instance => instance["State.Name"] == "terminated");

    /// <summary>Waits until an instance is as wanted.</summary>
    public async Task UntilAsync(string id, Func<SdkAnswer, bool> isAsWanted)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (await DescribeAsync(id) is var instance && !isAsWanted(instance))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < Patience, $"The instance stays as it is: {instance.Json}");
            await Task.Delay(50);
        }
    }
}
