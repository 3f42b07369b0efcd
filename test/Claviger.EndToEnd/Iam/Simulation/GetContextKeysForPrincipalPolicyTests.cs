namespace Claviger.EndToEnd;

public sealed class GetContextKeysForPrincipalPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Policy = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/${aws:username}/${*}",
        "Condition":{"StringEquals":{"aws:RequestTag/team":"${aws:PrincipalTag/team, 'none'}","AWS:username":"x"}}}}
        """;

    [Fact, Covers("iam", "GetContextKeysForPrincipalPolicy", Aspect.Works), Covers("iam", "GetContextKeysForCustomPolicy", Aspect.Works)]
    public async Task Lists_keys_of_conditions_and_variables_once()
    {
        var custom = await account.Root.Iam.CallAsync("GetContextKeysForCustomPolicy", new { PolicyInputList = new[] { Policy } });
        Assert.Equal(["aws:username", "aws:RequestTag/team", "aws:PrincipalTag/team"], custom.List("ContextKeyNames").Select(key => key.Text));
        await account.NewUserAsync("works", TestEntities.AllowIf("Bool", "aws:SecureTransport", "true", "*"));
        var principal = await account.Root.Iam.CallAsync(
            "GetContextKeysForPrincipalPolicy", new { PolicySourceArn = account.Arn("user/works"), PolicyInputList = new[] { Policy } });
        Assert.Equal(
            ["aws:SecureTransport", "aws:username", "aws:RequestTag/team", "aws:PrincipalTag/team"], principal.List("ContextKeyNames").Select(key => key.Text));
    }

    [Fact, Covers("iam", "GetContextKeysForPrincipalPolicy", Aspect.Refuses), Covers("iam", "GetContextKeysForCustomPolicy", Aspect.Refuses)]
    public async Task Refuses_who_is_not_there_and_what_is_no_policy()
    {
        Assert.Equal(
            "NoSuchEntity", (await account.Root.Iam.FailAsync("GetContextKeysForPrincipalPolicy", new { PolicySourceArn = account.Arn("role/none") })).Code);
        Assert.Equal("InvalidInput", (await account.Root.Iam.FailAsync("GetContextKeysForCustomPolicy", new { PolicyInputList = new[] { "{}" } })).Code);
    }

    [Fact, Covers("iam", "GetContextKeysForPrincipalPolicy", Aspect.Denies), Covers("iam", "GetContextKeysForCustomPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:GetContextKeysForPrincipalPolicy", account.Arn("user/eve")),
            await eve.Iam.FailAsync("GetContextKeysForPrincipalPolicy", new { PolicySourceArn = account.Arn("user/eve") }));
        Assert.Equal(
            account.Denied("eve", "iam:GetContextKeysForCustomPolicy", "*"),
            await eve.Iam.FailAsync("GetContextKeysForCustomPolicy", new { PolicyInputList = new[] { Policy } }));
    }
}
