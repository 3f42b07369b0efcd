namespace Claviger.EndToEnd;

public sealed class CreateInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateInstanceProfile", Aspect.Works)]
    public async Task Makes_a_profile_without_a_role()
    {
        var made = await account.Root.Iam.CallAsync(
            "CreateInstanceProfile", new { InstanceProfileName = "Web", Path = "/ec2/", Tags = new[] { new { Key = "Team", Value = "red" } } });
        Assert.Equal(account.Arn("instance-profile/ec2/Web"), made["InstanceProfile.Arn"]);
        Assert.Matches("^AIPA[A-Z2-7]{17}$", made["InstanceProfile.InstanceProfileId"]);
        Assert.Equal("[]", made["InstanceProfile.Roles"]);
        Assert.Equal(["red"], made.Texts("InstanceProfile.Tags", "Value"));
        var got = await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "web" });
        Assert.Equal(made["InstanceProfile"], got["InstanceProfile"]);
    }

    [Fact, Covers("iam", "CreateInstanceProfile", Aspect.Refuses)]
    public async Task Rejects_a_second_profile_whose_name_differs_only_in_case()
    {
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "Taken" });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "Instance Profile tAKEN already exists."),
            await account.Root.Iam.FailAsync("CreateInstanceProfile", new { InstanceProfileName = "tAKEN" }));
    }

    [Fact, Covers("iam", "CreateInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_one_profile_more_than_the_quota()
    {
        var present = (await account.Root.Iam.CallAsync("ListInstanceProfiles")).List("InstanceProfiles").Count;
        await account.SetQuotaAsync("InstanceProfilesPerAccount", present);
        Assert.Equal(
            new SdkError("LimitExceeded", 409, $"Cannot exceed quota for InstanceProfilesPerAccount: {present}"),
            await account.Root.Iam.FailAsync("CreateInstanceProfile", new { InstanceProfileName = "more" }));
        await account.SetQuotaAsync("InstanceProfilesPerAccount", 1000);
    }

    [Fact, Covers("iam", "CreateInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_and_with_tags_without_permission_to_tag()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:CreateInstanceProfile", account.Arn("instance-profile/x/mine")),
            await eve.Iam.FailAsync("CreateInstanceProfile", new { InstanceProfileName = "mine", Path = "/x/" }));
        var clerk = await account.NewUserAsync("clerk", TestAccount.Allow("iam:CreateInstanceProfile"));
        Assert.Equal(
            account.Denied("clerk", "iam:TagInstanceProfile", account.Arn("instance-profile/mine")),
            await clerk.Iam.FailAsync(
                "CreateInstanceProfile", new { InstanceProfileName = "mine", Tags = new[] { new { Key = "a", Value = "1" } } }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetInstanceProfile", new { InstanceProfileName = "mine" })).Code);
    }
}
