namespace Claviger.EndToEnd;

public sealed class DetachGroupPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "DetachGroupPolicy", Aspect.Works)]
    public async Task Takes_the_permissions_away_with_the_next_call()
    {
        var who = await account.NewUserAsync("member");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "effect" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "effect", UserName = "member" });
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "effect", PolicyArn = ReadOnly });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DetachGroupPolicy", new { GroupName = "effect", PolicyArn = ReadOnly });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "effect" })).List("AttachedPolicies"));
    }

    [Fact, Covers("iam", "DetachGroupPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_attached()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {ReadOnly} was not found."),
            await account.Root.Iam.FailAsync("DetachGroupPolicy", new { GroupName = "plain", PolicyArn = ReadOnly }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DetachGroupPolicy", new { GroupName = "nobody", PolicyArn = ReadOnly }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value at 'policyArn' failed to satisfy constraint: Member must not be null"),
            await account.Root.Iam.FailAsync("DetachGroupPolicy", new { GroupName = "plain" }));
    }

    [Fact, Covers("iam", "DetachGroupPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "target" });
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "target", PolicyArn = ReadOnly });
        Assert.Equal(
            account.Denied("mallory", "iam:DetachGroupPolicy", "group target"),
            await mallory.Iam.FailAsync("DetachGroupPolicy", new { GroupName = "target", PolicyArn = ReadOnly }));
        Assert.Single((await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "target" })).List("AttachedPolicies"));
    }
}
