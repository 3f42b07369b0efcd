namespace Claviger.EndToEnd;

public sealed class SetSecurityTokenServicePreferencesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "SetSecurityTokenServicePreferences", Aspect.Works)]
    public async Task Sets_the_version_that_the_account_summary_shows()
    {
        foreach (var version in new[] { 2, 1 })
        {
            await account.Root.Iam.CallAsync("SetSecurityTokenServicePreferences", new { GlobalEndpointTokenVersion = $"v{version}Token" });
            Assert.Equal($"{version}", (await account.Root.Iam.CallAsync("GetAccountSummary"))["SummaryMap.GlobalEndpointTokenVersion"]);
        }
    }

    [Fact, Covers("iam", "SetSecurityTokenServicePreferences", Aspect.Refuses)]
    public async Task Refuses_a_version_that_there_is_not() => Assert.Equal(
        "ValidationError", (await account.Root.Iam.FailAsync("SetSecurityTokenServicePreferences", new { GlobalEndpointTokenVersion = "v3Token" })).Code);

    [Fact, Covers("iam", "SetSecurityTokenServicePreferences", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:SetSecurityTokenServicePreferences", "*"),
            await eve.Iam.FailAsync("SetSecurityTokenServicePreferences", new { GlobalEndpointTokenVersion = "v2Token" }));
    }
}
