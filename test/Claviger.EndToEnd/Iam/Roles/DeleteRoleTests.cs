namespace Claviger.EndToEnd;

public sealed class DeleteRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteRole", Aspect.Works)]
    public async Task Deletes_a_role_and_ends_its_sessions_even_where_it_is_made_again()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var arn = await account.NewRoleAsync("works");
        var session = await account.AssumeAsync(assumer, arn);
        await session.Sts.CallAsync("GetCallerIdentity");
        await account.Root.Iam.CallAsync("DeleteRole", new { RoleName = "works" });
        Assert.Equal("InvalidClientTokenId", (await session.Sts.FailAsync("GetCallerIdentity")).Code);
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetRole", new { RoleName = "works" })).Code);

        await account.NewRoleAsync("works", policy: TestAccount.Allow("iam:*"));
        Assert.Equal("InvalidClientTokenId", (await session.Iam.FailAsync("ListUsers")).Code);
        await (await account.AssumeAsync(assumer, arn)).Iam.CallAsync("ListUsers");
    }

    [Fact, Covers("iam", "DeleteRole", Aspect.Refuses)]
    public async Task Refuses_a_role_that_something_belongs_to()
    {
        await account.NewRoleAsync("full", policy: TestAccount.Allow("iam:*"));
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "full", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "holder" });
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "holder", RoleName = "full" });
        Assert.Equal(Conflict("remove roles from instance profile"), await account.Root.Iam.FailAsync("DeleteRole", new { RoleName = "full" }));
        await account.Root.Iam.CallAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "holder", RoleName = "full" });
        Assert.Equal(Conflict("detach all policies"), await account.Root.Iam.FailAsync("DeleteRole", new { RoleName = "full" }));
        await account.Root.Iam.CallAsync("DetachRolePolicy", new { RoleName = "full", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        Assert.Equal(Conflict("delete policies"), await account.Root.Iam.FailAsync("DeleteRole", new { RoleName = "full" }));
        await account.Root.Iam.CallAsync("DeleteRolePolicy", new { RoleName = "full", PolicyName = "inline" });
        await account.Root.Iam.CallAsync("DeleteRole", new { RoleName = "full" });

        static SdkError Conflict(string first) => new("DeleteConflict", 409, $"Cannot delete entity, must {first} first.");
    }

    [Fact, Covers("iam", "DeleteRole", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("DeleteRole", new { RoleName = "nobody" }));

    [Fact, Covers("iam", "DeleteRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        Assert.Equal(account.Denied("mallory", "iam:DeleteRole", "role target"), await mallory.Iam.FailAsync("DeleteRole", new { RoleName = "target" }));
        await account.Root.Iam.CallAsync("GetRole", new { RoleName = "target" });
    }
}
