namespace Claviger.EndToEnd;

public sealed class GetAccessKeyLastUsedTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetAccessKeyLastUsed", Aspect.Works)]
    public async Task Tells_whose_a_key_is_and_that_it_was_never_used()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "idle" });
        var id = (await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "idle" }))["AccessKey.AccessKeyId"];
        var used = await account.Root.Iam.CallAsync("GetAccessKeyLastUsed", new { AccessKeyId = id });
        Assert.Equal("idle", used["UserName"]);
        Assert.Equal("N/A", used["AccessKeyLastUsed.ServiceName"]);
        Assert.Equal("N/A", used["AccessKeyLastUsed.Region"]);
        Assert.Null(used["AccessKeyLastUsed.LastUsedDate"]);
    }

    [Fact, Covers("iam", "GetAccessKeyLastUsed", Aspect.Works)]
    public async Task Tells_when_and_for_which_service_a_key_was_used()
    {
        var user = await account.NewUserAsync("active");
        await user.Sts.CallAsync("GetCallerIdentity");
        SdkAnswer used;
        do
        {
            // Uses are written every few seconds.
            await Task.Delay(100, TestContext.Current.CancellationToken);
            used = await account.Root.Iam.CallAsync("GetAccessKeyLastUsed", new { user.Credentials!.AccessKeyId });
        }
        while (used["AccessKeyLastUsed.LastUsedDate"] is null);
        Assert.Equal(("sts", "us-east-1"), (used["AccessKeyLastUsed.ServiceName"], used["AccessKeyLastUsed.Region"]));
    }

    [Fact, Covers("iam", "GetAccessKeyLastUsed", Aspect.Refuses)]
    public async Task Denies_keys_that_are_not_the_accounts()
    {
        string[] strangers = ["AKIAIOSFODNN7EXAMPLE", LiveServer.RootKey.AccessKeyId];
        foreach (var id in strangers)
        {
            Assert.Equal(
                new SdkError(
                    "AccessDenied",
                    403,
                    $"User: {account.Arn("root")} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key {id}"),
                await account.Root.Iam.FailAsync("GetAccessKeyLastUsed", new { AccessKeyId = id }));
        }
    }

    [Fact, Covers("iam", "GetAccessKeyLastUsed", Aspect.Denies)]
    public async Task Tells_who_may_not_ask_nothing_of_which_keys_exist()
    {
        var xena = await account.NewUserAsync("xena");
        foreach (var id in new[] { xena.Credentials!.AccessKeyId, account.Root.Credentials!.AccessKeyId, "AKIAIOSFODNN7EXAMPLE" })
        {
            Assert.Equal(
                account.Denied("xena", "iam:GetAccessKeyLastUsed", $"access key {id}"),
                await xena.Iam.FailAsync("GetAccessKeyLastUsed", new { AccessKeyId = id }));
        }
    }

    [Fact, Covers("iam", "GetAccessKeyLastUsed", Aspect.Denies)]
    public async Task Goes_by_the_user_whose_key_it_is()
    {
        const string policy =
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetAccessKeyLastUsed","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"red"}}}}""";
        var reader = await account.NewUserAsync("reader", policy);
        var red = await account.NewUserAsync("red");
        await account.Root.Iam.CallAsync("TagUser", new { UserName = "red", Tags = new[] { new { Key = "team", Value = "red" } } });
        await reader.Iam.CallAsync("GetAccessKeyLastUsed", new { red.Credentials!.AccessKeyId });
        var own = reader.Credentials!.AccessKeyId;
        Assert.Equal(
            account.Denied("reader", "iam:GetAccessKeyLastUsed", $"access key {own}"),
            await reader.Iam.FailAsync("GetAccessKeyLastUsed", new { AccessKeyId = own }));
    }
}
