namespace Claviger.EndToEnd;

public sealed class DeleteGroupTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteGroup", Aspect.Works)]
    public async Task Deletes_an_empty_group()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "gone" });
        await account.Root.Iam.CallAsync("DeleteGroup", new { GroupName = "Gone" });
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetGroup", new { GroupName = "gone" })).Code);
    }

    [Fact, Covers("iam", "DeleteGroup", Aspect.Refuses)]
    public async Task Refuses_a_name_that_no_group_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The group with name none cannot be found."),
        await account.Root.Iam.FailAsync("DeleteGroup", new { GroupName = "none" }));

    [Fact, Covers("iam", "DeleteGroup", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "kept" });
        var pam = await account.NewUserAsync("pam");
        Assert.Equal(account.Denied("pam", "iam:DeleteGroup", "group kept"), await pam.Iam.FailAsync("DeleteGroup", new { GroupName = "kept" }));
        await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "kept" });
    }
}
