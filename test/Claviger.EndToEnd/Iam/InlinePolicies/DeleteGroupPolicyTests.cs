namespace Claviger.EndToEnd;

public sealed class DeleteGroupPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteGroupPolicy", Aspect.Works)]
    public async Task Takes_the_permissions_away_with_the_next_call()
    {
        var who = await account.NewUserAsync("member");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "effect" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "effect", UserName = "member" });
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "effect", PolicyName = "P", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DeleteGroupPolicy", new { GroupName = "effect", PolicyName = "p" });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "effect" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "DeleteGroupPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group policy with name none cannot be found."),
            await account.Root.Iam.FailAsync("DeleteGroupPolicy", new { GroupName = "plain", PolicyName = "none" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DeleteGroupPolicy", new { GroupName = "nobody", PolicyName = "none" }));
    }

    [Fact, Covers("iam", "DeleteGroupPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "target" });
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "target", PolicyName = "p", PolicyDocument = TestAccount.Allow("s3:GetObject") });
        Assert.Equal(
            account.Denied("mallory", "iam:DeleteGroupPolicy", "group target"),
            await mallory.Iam.FailAsync("DeleteGroupPolicy", new { GroupName = "target", PolicyName = "p" }));
        Assert.Single((await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "target" })).List("PolicyNames"));
    }
}
