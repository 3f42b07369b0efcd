namespace Claviger.EndToEnd;

public sealed class GetAccountSummaryTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static readonly string[] Keys =
    [
        "AccessKeysPerUserQuota", "AccountAccessKeysPresent", "AccountMFAEnabled", "AccountPasswordPresent", "AccountSigningCertificatesPresent",
        "AssumeRolePolicySizeQuota", "AttachedPoliciesPerGroupQuota", "AttachedPoliciesPerRoleQuota", "AttachedPoliciesPerUserQuota",
        "GlobalEndpointTokenVersion", "GroupPolicySizeQuota", "Groups", "GroupsPerUserQuota", "GroupsQuota", "InstanceProfiles",
        "InstanceProfilesQuota", "MFADevices", "MFADevicesInUse", "Policies", "PoliciesQuota", "PolicySizeQuota", "PolicyVersionsInUse",
        "PolicyVersionsInUseQuota", "Providers", "RolePolicySizeQuota", "Roles", "RolesQuota", "ServerCertificates", "ServerCertificatesQuota",
        "SigningCertificatesPerUserQuota", "UserPolicySizeQuota", "Users", "UsersQuota", "VersionsPerPolicyQuota",
    ];

    [Fact, Covers("iam", "GetAccountSummary", Aspect.Works)]
    public async Task Counts_what_there_is_beside_the_quotas()
    {
        var before = await SummaryAsync();
        Assert.Equal(Keys, before.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(5000, before["UsersQuota"]);
        Assert.Equal(2, before["AccessKeysPerUserQuota"]);
        Assert.Equal(1, before["AccountAccessKeysPresent"]);
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "counted" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "counted" });
        var after = await SummaryAsync();
        Assert.Equal(["Groups", "Users"], Keys.Where(key => after[key] == before[key] + 1));
        Assert.Equal(Keys.Length - 2, Keys.Count(key => after[key] == before[key]));
    }

    [Fact, Covers("iam", "GetAccountSummary", Aspect.Refuses)]
    public async Task Refuses_who_does_not_sign()
    {
        var error = await account.Server.Anonymous.Iam.FailAsync("GetAccountSummary");
        Assert.Equal(("MissingAuthenticationToken", 403), (error.Code, error.Status));
    }

    [Fact, Covers("iam", "GetAccountSummary", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var ida = await account.NewUserAsync("ida");
        Assert.Equal(account.Denied("ida", "iam:GetAccountSummary", "*"), await ida.Iam.FailAsync("GetAccountSummary"));
        await account.Root.Iam.CallAsync("DeleteAccessKey", new { UserName = "ida", ida.Credentials!.AccessKeyId });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "ida" });
    }

    private async Task<Dictionary<string, int>> SummaryAsync()
    {
        var summary = (await account.Root.Iam.CallAsync("GetAccountSummary")).Json!["SummaryMap"]!.AsObject();
        return summary.ToDictionary(it => it.Key, it => (int)it.Value!);
    }
}
