using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>The sealed message of a denial, and who may open it.</summary>
public sealed class EncodedMessageTests(InstanceAccount account, TestAccount other) : IClassFixture<InstanceAccount>, IClassFixture<TestAccount>
{
    private const string Label = "Encoded authorization failure message: ";
    private const string Nobody = "i-00000000000000000";

    [Fact, Covers("sts", "DecodeAuthorizationMessage", Aspect.Works)]
    public async Task It_holds_the_decision_and_the_request_as_policies_saw_it()
    {
        var dave = await account.Account.NewUserAsync("dave");
        var decoded = await DecodeAsync(account.Account.Root, await MessageAsync(dave));
        Assert.False((bool)decoded["allowed"]!);
        Assert.False((bool)decoded["explicitDeny"]!);
        Assert.Empty(decoded["matchedStatements"]!["items"]!.AsArray());
        var context = decoded["context"]!;
        Assert.Equal("dave", (string?)context["principal"]!["name"]);
        Assert.Equal(account.Account.Arn("user/dave"), (string?)context["principal"]!["arn"]);
        Assert.Equal("ec2:StopInstances", (string?)context["action"]);
        Assert.Equal(account.Arn($"instance/{Nobody}"), (string?)context["resource"]);
        Assert.Equal("us-east-1", Condition(context, "ec2:Region"));
        Assert.Equal(Nobody, Condition(context, "ec2:InstanceID"));
    }

    [Fact, Covers("sts", "DecodeAuthorizationMessage", Aspect.Works)]
    public async Task It_names_the_statement_that_denied()
    {
        var erin = await account.Account.NewUserAsync(
            "erin", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"NoStops","Effect":"Deny","Action":"ec2:Stop*","Resource":"*"}]}""");
        var error = await erin.Ec2.FailAsync("StopInstances", new { InstanceIds = new[] { Nobody } });
        Assert.Contains("with an explicit deny in an identity-based policy. " + Label, error.Message, StringComparison.Ordinal);
        var decoded = await DecodeAsync(erin, MessageOf(error));
        Assert.True((bool)decoded["explicitDeny"]!);
        var statement = Assert.Single(decoded["matchedStatements"]!["items"]!.AsArray())!;
        Assert.Equal(("NoStops", "DENY"), ((string?)statement["statementId"], (string?)statement["effect"]));
        Assert.Equal("ec2:Stop*", (string?)statement["actions"]!["items"]![0]!["value"]);
    }

    [Fact, Covers("sts", "DecodeAuthorizationMessage", Aspect.Refuses)]
    public async Task Refuses_messages_that_are_broken_or_of_another_account()
    {
        var message = await MessageAsync(await account.Account.NewUserAsync("frank"));
        var refusal = new SdkError("InvalidAuthorizationMessageException", 400, "Message is not valid.");
        Assert.Equal(refusal, await other.Root.Sts.FailAsync("DecodeAuthorizationMessage", new { EncodedMessage = message }));
        Assert.Equal(refusal, await account.Account.Root.Sts.FailAsync("DecodeAuthorizationMessage", new { EncodedMessage = message[..^4] }));
        Assert.Equal(refusal, await account.Account.Root.Sts.FailAsync("DecodeAuthorizationMessage", new { EncodedMessage = "nonsense, surely" }));
    }

    [Fact, Covers("sts", "DecodeAuthorizationMessage", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var grace = await account.Account.NewUserAsync("grace");
        Assert.Equal(
            account.Account.Denied("grace", "sts:DecodeAuthorizationMessage", "*"),
            await grace.Sts.FailAsync("DecodeAuthorizationMessage", new { EncodedMessage = await MessageAsync(grace) }));
    }

    private static async Task<string> MessageAsync(SdkCaller caller) =>
        MessageOf(await caller.Ec2.FailAsync("StopInstances", new { InstanceIds = new[] { Nobody } }));

    private static string MessageOf(SdkError error) => error.Message[(error.Message.IndexOf(Label, StringComparison.Ordinal) + Label.Length)..];

    private static async Task<JsonNode> DecodeAsync(SdkCaller caller, string message) =>
        JsonNode.Parse((await caller.Sts.CallAsync("DecodeAuthorizationMessage", new { EncodedMessage = message }))["DecodedMessage"]!)!;

    private static string? Condition(JsonNode context, string key) => context["conditions"]!["items"]!.AsArray()
        .Where(condition => (string?)condition!["key"] == key)
        .Select(static condition => (string?)condition!["values"]!["items"]![0]!["value"])
        .Single();
}
