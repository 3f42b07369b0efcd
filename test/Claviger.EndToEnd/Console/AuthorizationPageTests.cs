using System.Net;

namespace Claviger.EndToEnd;

/// <summary>The page that a denial's link leads to.</summary>
[Collection(ConsoleHttpCollection.Name)]
public sealed class AuthorizationPageTests(ConsoleServer server)
{
    [Fact]
    public async Task A_denials_link_leads_to_what_decided_and_to_the_smallest_statement_that_would_allow_it()
    {
        var denial = await DenialAsync("ann");
        using var reader = await server.VisitAsync("reader");
        var page = await PageAsync(reader, denial);

        Assert.Contains($"{LiveServer.AccountId}:user/ann</code>", page, StringComparison.Ordinal);
        Assert.Contains("Implicit deny</span> No identity-based policy allows it.", page, StringComparison.Ordinal);
        Assert.Contains("The smallest statement, for a policy of the kind: identity-based policy", page, StringComparison.Ordinal);
        var remedy = page.Split("<pre class=\"remedy\">")[1].Split("</pre>")[0];
        Assert.Contains("\"Action\": \"iam:GetUser\"", remedy, StringComparison.Ordinal);
        Assert.Contains($"\"Resource\": \"arn:aws:iam::{LiveServer.AccountId}:user/reader\"", remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_shown_with_what_it_wanted_and_what_was()
    {
        var denial = await DenialAsync(
            "ben", """{"Version":"2012-10-17","Statement":{"Sid":"FromInside","Effect":"Allow","Action":"iam:GetUser","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}""");
        using var reader = await server.VisitAsync("reader");
        var page = await PageAsync(reader, denial);

        Assert.Contains("<td>FromInside</td>", page, StringComparison.Ordinal);
        Assert.Contains("<code>aws:SourceIp</code> IpAddress: wanted <code>10.0.0.0/8</code>, was <code>127.0.0.1</code> – doesn't hold", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_denied_is_named_and_nothing_is_offered_in_its_stead()
    {
        var denial = await DenialAsync("cleo", """{"Version":"2012-10-17","Statement":{"Sid":"NoUsers","Effect":"Deny","Action":"iam:*User","Resource":"*"}}""");
        using var reader = await server.VisitAsync("reader");
        var page = await PageAsync(reader, denial);

        Assert.Contains("Explicit deny</span> A statement of this kind denies it: identity-based policy.", page, StringComparison.Ordinal);
        Assert.Contains("<td>NoUsers</td>", page, StringComparison.Ordinal);
        Assert.Contains("No statement that is added", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"remedy\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_ask_sees_that_and_nothing_of_the_denial()
    {
        var denial = await DenialAsync("dan");
        using var nobody = await server.VisitAsync("nobody");
        var page = await PageAsync(nobody, denial);

        Assert.Contains("is not authorized to perform: iam:GetRequestAuthorizationDetails", page, StringComparison.Ordinal);
        Assert.DoesNotContain("iam:GetUser", page, StringComparison.Ordinal);
        Assert.DoesNotContain("user/dan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_and_back()
    {
        using var stranger = server.Visit();
        using var answer = await stranger.GetAsync("/authorization-details/5arhuwacg4o48yxyin4kcrony");
        Assert.Equal("/signin?returnTo=%2Fauthorization-details%2F5arhuwacg4o48yxyin4kcrony", answer.Headers.Location!.OriginalString);
    }

    // A new user's, who wanted to see another.
    private async Task<SdkError> DenialAsync(string name, string? policy = null)
    {
        var root = new SdkClient(server.Boto3, server.Server.Endpoint, "iam", LiveServer.RootKey);
        await root.CallAsync("CreateUser", new { UserName = name });
        var key = await root.CallAsync("CreateAccessKey", new { UserName = name });
        if (policy is not null)
        {
            await root.CallAsync("PutUserPolicy", new { UserName = name, PolicyName = "inline", PolicyDocument = policy });
        }

        var user = new SdkClient(
            server.Boto3, server.Server.Endpoint, "iam", new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
        return await user.FailAsync("GetUser", new { UserName = "reader" });
    }

    private static async Task<string> PageAsync(ConsoleHttp visitor, SdkError denial)
    {
        using var answer = await visitor.GetAsync($"/authorization-details/{denial.AuthorizationId}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await ConsoleHttp.TextAsync(answer));
    }
}
