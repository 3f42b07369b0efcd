using System.Net;

namespace Claviger.EndToEnd;

/// <summary>EC2's pages for who may read alone: all is seen, and no form changes anything, posted by hand either.</summary>
public sealed class Ec2FormTests(InstanceConsole console) : IClassFixture<InstanceConsole>, IAsyncLifetime
{
    private const string Policy = "AmazonEC2ReadOnlyAccess";

    /// <summary>Forms that change something, with what a person would type into them, and the action that is refused. R and S are the instances.</summary>
    public static TheoryData<string, string, string[], string> Forms => new()
    {
        { "/ec2/instances", "instances", ["id=S", "do=start"], "ec2:StartInstances" },
        { "/ec2/instances", "instances", ["id=R", "do=stop"], "ec2:StopInstances" },
        { "/ec2/instances", "instances", ["id=R", "do=reboot"], "ec2:RebootInstances" },
        { "/ec2/terminate?id=R&id=S", "terminate", ["confirm=terminate"], "ec2:TerminateInstances" },
        { "/ec2/instance?id=R", "state", ["do=stop"], "ec2:StopInstances" },
        { "/ec2/instance?id=S", "state", ["do=start"], "ec2:StartInstances" },
        { "/ec2/instance?id=R&tab=security", "profile", ["profile=held", "do=attach"], "ec2:ReplaceIamInstanceProfileAssociation" },
        { "/ec2/instance?id=R&tab=security", "profile", ["do=detach"], "ec2:DisassociateIamInstanceProfile" },
        { "/ec2/instance?id=S&tab=security", "profile", ["profile=held", "do=attach"], "ec2:AssociateIamInstanceProfile" },
        { "/ec2/instance?id=R&tab=security", "metadata", ["http-tokens=optional", "hop-limit=9"], "ec2:ModifyInstanceMetadataOptions" },
        { "/ec2/instance?id=R&tab=settings", "protection", ["termination=yes"], "ec2:ModifyInstanceAttribute" },
        { "/ec2/instance?id=R&tab=settings", "shutdown", ["behavior=terminate"], "ec2:ModifyInstanceAttribute" },
        { "/ec2/instance?id=S&tab=settings", "type", ["type=t3.large"], "ec2:ModifyInstanceAttribute" },
        { "/ec2/instance?id=S&tab=user-data", "user-data", ["user-data=#!/bin/sh"], "ec2:ModifyInstanceAttribute" },
        { "/ec2/instance?id=R&tab=tags", "tags", ["tag-key=Name", "tag-value=mine"], "ec2:CreateTags" },
        { "/ec2/instance?id=R&tab=tags", "tags", ["tag-key=", "tag-value="], "ec2:DeleteTags" },
        { "/ec2/launch", "launch", ["step=1", "do=next", "image=I", "type=t3.nano", "count=1"], "ec2:RunInstances" },
        { "/ec2/key-pairs", "create-key", ["name=mine"], "ec2:CreateKeyPair" },
        { "/ec2/key-pairs", "import-key", ["import-name=mine", $"public-key={KeyPairTests.Ed25519}"], "ec2:ImportKeyPair" },
        { "/ec2/key-pairs/delete?name=kept", "delete-key", ["confirm=kept"], "ec2:DeleteKeyPair" },
    };

    private InstanceAccount Instances => console.Instances;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if ((await Instances.Account.Root.Iam.CallAsync("ListUsers")).List("Users").Count == 0)
        {
            await console.NewUserAsync("looker", Policy);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, MemberData(nameof(Forms))]
    public async Task What_a_reader_posts_by_hand_is_refused_and_nothing_changes(string address, string form, string[] fields, string action)
    {
        var before = await SeenAsync();
        using var looker = await console.VisitAsync("looker");
        using var answer = await looker.PostAsync(Named(address), form, fields.Select(field => field.Split('=', 2) is var parts ? (parts[0], parts[0] is "id" or "image" ? Named(parts[1]) : parts[1]) : default));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"is not authorized to perform: {action}", WebUtility.HtmlDecode(await ConsoleHttp.TextAsync(answer)), StringComparison.Ordinal);
        Assert.Equal(before, await SeenAsync());
    }

    [Fact]
    public async Task A_reader_lands_on_a_home_that_works_and_sees_instances()
    {
        using var looker = await console.VisitAsync("looker");
        Assert.Contains("Instances with roles of their own", await looker.TextAsync("/"), StringComparison.Ordinal);
        foreach (var page in new[] { "/ec2", "/ec2/images", "/ec2/key-pairs", "/ec2/security-groups", "/ec2/vpcs", "/ec2/volumes", "/ec2/regions", "/ec2/launch", $"/ec2/instance?id={console.Running}", $"/ec2/instance?id={console.Running}&tab=settings" })
        {
            Assert.DoesNotContain("Access denied", await looker.TextAsync(page), StringComparison.Ordinal);
        }

        var list = await looker.TextAsync("/ec2/instances");
        Assert.Contains(console.Running, list, StringComparison.Ordinal);
        Assert.Contains("2/2 checks passed", list, StringComparison.Ordinal);
        Assert.Contains("held", list, StringComparison.Ordinal);
        Assert.DoesNotContain(console.Running, await looker.TextAsync("/ec2/instances?state=stopped"), StringComparison.Ordinal);
        Assert.DoesNotContain(console.Stopped, await looker.TextAsync("/ec2/instances?q=kept"), StringComparison.Ordinal);
        Assert.DoesNotContain(console.Running, await looker.TextAsync("/ec2/instances?region=eu-west-1"), StringComparison.Ordinal);
        Assert.Contains("kept", await looker.TextAsync($"/search?q={console.Running}&region=us-east-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_data_and_console_output_are_shown_to_who_may()
    {
        await console.NewUserAsync("admin", "AmazonEC2FullAccess");
        using var admin = await console.VisitAsync("admin");
        Assert.Contains("echo booted", await admin.TextAsync($"/ec2/instance?id={console.Running}&tab=user-data"), StringComparison.Ordinal);
        await Instances.UntilAsync(console.Running, static _ => true);
        Assert.Contains("Console output", await admin.TextAsync($"/ec2/instance?id={console.Running}&tab=console"), StringComparison.Ordinal);
        await console.NewUserAsync("nobody");
        using var nobody = await console.VisitAsync("nobody");
        var page = WebUtility.HtmlDecode(await nobody.TextAsync($"/ec2/instance?id={console.Running}&tab=user-data"));
        Assert.Contains("is not authorized to perform: ec2:DescribeInstances", page, StringComparison.Ordinal);
        Assert.DoesNotContain("echo booted", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_launch_shows_its_encoded_message_decoded_to_who_may_decode_it()
    {
        await console.NewUserAsync("decoder", Policy);
        await Instances.Account.Root.Iam.CallAsync(
            "PutUserPolicy", new { UserName = "decoder", PolicyName = "decode", PolicyDocument = TestAccount.Allow("sts:DecodeAuthorizationMessage") });
        foreach (var (user, isDecoded) in new[] { ("looker", false), ("decoder", true) })
        {
            using var visitor = await console.VisitAsync(user);
            using var answer = await visitor.PostAsync("/ec2/launch", "launch", [("step", "1"), ("do", "next"), ("image", Instances.ImageId), ("type", "t3.nano"), ("count", "1")]);
            var page = WebUtility.HtmlDecode(await ConsoleHttp.TextAsync(answer));
            Assert.Equal(isDecoded, page.Contains("\"explicitDeny\"", StringComparison.Ordinal));
            Assert.Equal(!isDecoded, page.Contains("aws sts decode-authorization-message", StringComparison.Ordinal));
        }
    }

    private string Named(string text) => text
        .Replace("id=R", $"id={console.Running}", StringComparison.Ordinal).Replace("id=S", $"id={console.Stopped}", StringComparison.Ordinal)
        switch { "R" => console.Running, "S" => console.Stopped, "I" => Instances.ImageId, var other => other };

    private async Task<string> SeenAsync()
    {
        var instances = await Instances.Ec2.CallAsync("DescribeInstances");
        var keys = await Instances.Ec2.CallAsync("DescribeKeyPairs");
        var associations = await Instances.Ec2.CallAsync("DescribeIamInstanceProfileAssociations");
        var attributes = new List<string?>();
        foreach (var (id, attribute) in new[] { (console.Running, "disableApiTermination"), (console.Running, "instanceInitiatedShutdownBehavior"), (console.Stopped, "userData") })
        {
            var answer = await Instances.Ec2.CallAsync("DescribeInstanceAttribute", new { InstanceId = id, Attribute = attribute });
            attributes.Add(answer[char.ToUpperInvariant(attribute[0]) + attribute[1..]]);
        }

        return string.Join('\n', [instances.Json?["Reservations"]?.ToJsonString(), keys.Json?["KeyPairs"]?.ToJsonString(), associations.Json?["IamInstanceProfileAssociations"]?.ToJsonString(), .. attributes]);
    }
}
