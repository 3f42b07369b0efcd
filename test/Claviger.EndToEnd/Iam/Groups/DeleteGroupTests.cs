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
    public async Task Refuses_for_as_long_as_the_group_has_policies_or_members()
    {
        var root = account.Root.Iam;
        await root.CallAsync("CreateGroup", new { GroupName = "full" });
        await root.CallAsync("CreateUser", new { UserName = "member" });
        await root.CallAsync("AddUserToGroup", new { GroupName = "full", UserName = "member" });
        await root.CallAsync("PutGroupPolicy", new { GroupName = "full", PolicyName = "inline", PolicyDocument = TestAccount.Allow("iam:GetUser") });
        await root.CallAsync("AttachGroupPolicy", new { GroupName = "full", PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" });
        (string Obstacle, string Operation, object Parameters)[] steps =
        [
            ("detach all policies", "DetachGroupPolicy", new { GroupName = "full", PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" }),
            ("delete policies", "DeleteGroupPolicy", new { GroupName = "full", PolicyName = "inline" }),
            ("remove users from group", "RemoveUserFromGroup", new { GroupName = "full", UserName = "member" }),
        ];
        foreach (var (obstacle, operation, parameters) in steps)
        {
            Assert.Equal(
                new SdkError("DeleteConflict", 409, $"Cannot delete entity, must {obstacle} first."),
                await root.FailAsync("DeleteGroup", new { GroupName = "full" }));
            await root.CallAsync(operation, parameters);
        }

        await root.CallAsync("DeleteGroup", new { GroupName = "full" });
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
