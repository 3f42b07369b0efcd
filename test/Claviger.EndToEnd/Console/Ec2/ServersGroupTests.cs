using System.Net;

namespace Claviger.EndToEnd;

/// <summary>Two users in a group that may launch instances do so, in the console and with <c>aws</c>; the group's policy taken away, neither does.</summary>
public sealed class ServersGroupTests(InstanceConsole console) : IClassFixture<InstanceConsole>
{
    private const string Policy = "arn:aws:iam::aws:policy/AmazonEC2FullAccess";

    [Fact]
    public async Task Detaching_the_groups_policy_stops_both_users_at_once()
    {
        var iam = console.Instances.Account.Root.Iam;
        await iam.CallAsync("CreateGroup", new { GroupName = "servers" });
        await iam.CallAsync("AttachGroupPolicy", new { GroupName = "servers", PolicyArn = Policy });
        var (ann, ben) = (await console.NewUserAsync("ann"), await console.NewUserAsync("ben"));
        foreach (var name in new[] { "ann", "ben" })
        {
            await iam.CallAsync("AddUserToGroup", new { GroupName = "servers", UserName = name });
        }

        using var annAtHome = await console.VisitAsync("ann");
        using var benAtHome = await console.VisitAsync("ben");
        using var launched = await LaunchAsync(annAtHome);
        Assert.Equal(HttpStatusCode.Redirect, launched.StatusCode);
        var address = launched.Headers.Location!.OriginalString;
        Assert.Contains("/ec2/launched?region=us-east-1&id=i-", address, StringComparison.Ordinal);
        Assert.Contains(address.Split("id=")[1], await annAtHome.TextAsync("/ec2/instances"), StringComparison.Ordinal);
        var (answer, _) = await ben.Aws.CallAsync("ec2", "RunInstances", new { console.Instances.ImageId, InstanceType = "t3.nano", Region = "us-east-1" });
        Assert.StartsWith("i-", answer!.List("Instances")[0]["InstanceId"], StringComparison.Ordinal);

        await iam.CallAsync("DetachGroupPolicy", new { GroupName = "servers", PolicyArn = Policy });
        foreach (var visitor in new[] { annAtHome, benAtHome })
        {
            using var refused = await LaunchAsync(visitor);
            Assert.Contains("is not authorized to perform: ec2:RunInstances", WebUtility.HtmlDecode(await ConsoleHttp.TextAsync(refused)), StringComparison.Ordinal);
        }

        foreach (var caller in new[] { ann, ben })
        {
            var (_, error) = await caller.Aws.CallAsync("ec2", "RunInstances", new { console.Instances.ImageId, InstanceType = "t3.nano", Region = "us-east-1" });
            Assert.Equal("UnauthorizedOperation", error!.Code);
        }
    }

    // Sent by hand as the review sends it; the token of the page makes it one launch.
    private Task<HttpResponseMessage> LaunchAsync(ConsoleHttp visitor) => visitor.PostAsync(
        "/ec2/launch", "launch", [("step", "1"), ("do", "next"), ("image", console.Instances.ImageId), ("type", "t3.nano"), ("count", "1"), ("name", "ours")]);
}
