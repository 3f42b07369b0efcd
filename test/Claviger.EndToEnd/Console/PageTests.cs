using System.Globalization;
using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>Every page: it is shown, asks nobody else for anything, is light in bytes, and axe has nothing serious to say of it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PageTests(Chromium chromium, ITestOutputHelper output)
{
    private const int MostBytes = 200 * 1024;

    [Fact]
    public async Task Every_page_is_shown_without_a_complaint_or_a_request_elsewhere()
    {
        await using var window = await chromium.OpenAsync();
        await FillAsync();
        await window.SignInAsRootAsync();
        await PageCheck.PrepareAsync(window);
        var wrong = new List<string>();
        foreach (var address in PageAddresses.All($"/authorization-details/{await DenialAsync()}"))
        {
            var bytes = 0L;
            void Count(object? sender, IResponse response) => bytes += response.Headers.TryGetValue("content-length", out var length) ? long.Parse(length, CultureInfo.InvariantCulture) : 0;
            window.Page.Response += Count;
            var response = await window.Page.GotoAsync(address);
            window.Page.Response -= Count;
            bytes += (await response!.BodyAsync()).Length;
            Assert.True(
                response.Status == (address == "/nowhere" ? 404 : 200) || (!PageAddresses.IsKnown(address) && response.Status is 404), $"{address}: {response.Status}");
            output.WriteLine($"{address}: {bytes / 1024} KiB");
            Assert.True(bytes < MostBytes, $"{address} weighs {bytes} bytes.");
            wrong.AddRange(await PageCheck.LookAsync(window, $"page-{NameOf(address)}"));
        }

        Assert.Empty(wrong);
        Assert.All(window.Requested, url => Assert.StartsWith(chromium.Server.Console.OriginalString, url, StringComparison.Ordinal));
        Assert.DoesNotContain(window.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    private static string NameOf(string address) => address.Split("details/")[0].Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-').Replace(':', '-');

    // Its id: bob may not make users.
    private async Task<string> DenialAsync()
    {
        var root = new RawHttp(chromium.Server.Endpoint, LiveServer.RootKey);
        var key = (await root.FormAsync("Action=CreateAccessKey&Version=2010-05-08&UserName=bob")).Body;
        string Text(string name) => key.Split($"<{name}>")[1].Split('<')[0];
        var bob = new RawHttp(chromium.Server.Endpoint, new AwsCredentials(Text("AccessKeyId"), Text("SecretAccessKey")));
        var denial = await bob.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=eve");
        return denial.Body.Split("authorization-details/")[1].Split(' ')[0];
    }

    private async Task FillAsync()
    {
        const string trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""";
        var root = new RawHttp(chromium.Server.Endpoint, LiveServer.RootKey);
        foreach (var call in new[]
        {
            "CreateGroup&GroupName=servers", "AttachGroupPolicy&GroupName=servers&PolicyArn=arn:aws:iam::aws:policy/AmazonEC2FullAccess",
            "CreateUser&UserName=bob&Tags.member.1.Key=team&Tags.member.1.Value=red", "AddUserToGroup&GroupName=servers&UserName=bob",
            $"CreateLoginProfile&UserName=bob&Password={ConsoleServer.Password}", $"PutUserPolicy&UserName=bob&PolicyName=own&PolicyDocument={Uri.EscapeDataString(policy)}",
            $"CreateRole&RoleName=web&AssumeRolePolicyDocument={Uri.EscapeDataString(trust)}", $"CreatePolicy&PolicyName=read-objects&PolicyDocument={Uri.EscapeDataString(policy)}",
        })
        {
            Assert.Equal(200, (await root.FormAsync($"Action={call}&Version=2010-05-08")).Status);
        }

        using var visitor = new ConsoleHttp(chromium.Server.Console);
        await visitor.SignInAsRootAsync();
        await visitor.PostAsync("/s3/create", "create-bucket", [("name", "looked-at"), ("region", "us-east-1"), ("block", "yes")]);
        using var content = new StringContent("a");
        await visitor.UploadAsync("looked-at", "", [("a.txt", content)]);
    }
}
