namespace Claviger.EndToEnd;

public sealed class DeleteUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteUser", Aspect.Works)]
    public async Task Deletes_a_user_whose_namesake_is_somebody_else()
    {
        var first = await account.Root.Iam.CallAsync("CreateUser", new { UserName = "phoenix" });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "PHOENIX" });
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetUser", new { UserName = "phoenix" })).Code);
        var second = await account.Root.Iam.CallAsync("CreateUser", new { UserName = "phoenix" });
        Assert.NotEqual(first["User.UserId"], second["User.UserId"]);
    }

    [Fact, Covers("iam", "DeleteUser", Aspect.Refuses)]
    public async Task Refuses_for_as_long_as_something_belongs_to_the_user()
    {
        var root = account.Root.Iam;
        var key = await account.NewUserAsync("owner", TestAccount.Allow("iam:GetUser"));
        await root.CallAsync("CreateLoginProfile", new { UserName = "owner", Password = "Correct-horse-7" });
        await root.CallAsync("AttachUserPolicy", new { UserName = "owner", PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" });
        await root.CallAsync("CreateGroup", new { GroupName = "owners" });
        await root.CallAsync("AddUserToGroup", new { GroupName = "owners", UserName = "owner" });
        (string Obstacle, string Operation, object Parameters)[] steps =
        [
            ("delete access keys", "DeleteAccessKey", new { UserName = "owner", key.Credentials!.AccessKeyId }),
            ("delete login profile", "DeleteLoginProfile", new { UserName = "owner" }),
            ("detach all policies", "DetachUserPolicy", new { UserName = "owner", PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" }),
            ("delete policies", "DeleteUserPolicy", new { UserName = "owner", PolicyName = "inline" }),
            ("remove users from group", "RemoveUserFromGroup", new { UserName = "owner", GroupName = "owners" }),
        ];
        foreach (var (obstacle, operation, parameters) in steps)
        {
            Assert.Equal(
                new SdkError("DeleteConflict", 409, $"Cannot delete entity, must {obstacle} first."),
                await root.FailAsync("DeleteUser", new { UserName = "owner" }));
            await root.CallAsync(operation, parameters);
        }

        await root.CallAsync("DeleteUser", new { UserName = "owner" });
    }

    [Fact, Covers("iam", "DeleteUser", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("DeleteUser", new { UserName = "nobody" }));

    [Fact, Covers("iam", "DeleteUser", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "survivor" });
        var heidi = await account.NewUserAsync("heidi");
        Assert.Equal(
            account.Denied("heidi", "iam:DeleteUser", "user survivor"), await heidi.Iam.FailAsync("DeleteUser", new { UserName = "survivor" }));
        await account.Root.Iam.CallAsync("GetUser", new { UserName = "survivor" });
    }
}
