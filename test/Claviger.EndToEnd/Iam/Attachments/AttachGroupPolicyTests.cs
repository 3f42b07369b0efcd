namespace Claviger.EndToEnd;

public sealed class AttachGroupPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "AttachGroupPolicy", Aspect.Works)]
    public async Task Attaches_policies_of_AWS_and_of_the_account_and_again_without_effect()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "works" });
        var own = await account.NewPolicyAsync("own", TestAccount.Allow("iam:GetUser"), "/x/");
        foreach (var arn in new[] { ReadOnly, own, ReadOnly, own })
        {
            await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "works", PolicyArn = arn });
        }

        var listed = await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "works" });
        Assert.Equal([own, ReadOnly], listed.Texts("AttachedPolicies", "PolicyArn"));
        Assert.Equal(["own", "IAMReadOnlyAccess"], listed.Texts("AttachedPolicies", "PolicyName"));
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = own }))["Policy.AttachmentCount"]);
    }

    [Fact, Covers("iam", "AttachGroupPolicy", Aspect.Works)]
    public async Task Takes_effect_with_the_next_call()
    {
        var who = await account.NewUserAsync("member");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "effect" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "effect", UserName = "member" });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "effect", PolicyArn = ReadOnly });
        await who.Iam.CallAsync("ListUsers");
    }

    [Fact, Covers("iam", "AttachGroupPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "lonely" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("AttachGroupPolicy", new { GroupName = "nobody", PolicyArn = ReadOnly }));
        foreach (var arn in new[] { "arn:aws:iam::aws:policy/NoSuchPolicy", account.Arn("policy/nowhere"), "arn:aws:iam::999999999999:policy/theirs" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} does not exist or is not attachable."),
                await account.Root.Iam.FailAsync("AttachGroupPolicy", new { GroupName = "lonely", PolicyArn = arn }));
        }

        Assert.Equal(
            new SdkError("InvalidInput", 400, "ARN IAMReadOnlyAccess-by-name is not valid."),
            await account.Root.Iam.FailAsync("AttachGroupPolicy", new { GroupName = "lonely", PolicyArn = "IAMReadOnlyAccess-by-name" }));
    }

    [Fact, Covers("iam", "AttachGroupPolicy", Aspect.Refuses)]
    public async Task Refuses_one_policy_more_than_the_quota()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "full" });
        var arns = (await account.Root.Iam.CallAsync("ListPolicies", new { Scope = "AWS", MaxItems = 11 })).Texts("Policies", "Arn");
        foreach (var arn in arns.Take(10))
        {
            await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "full", PolicyArn = arn });
        }

        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for PoliciesPerGroup: 10"),
            await account.Root.Iam.FailAsync("AttachGroupPolicy", new { GroupName = "full", PolicyArn = arns[10] }));
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "full", PolicyArn = arns[0] });
        await account.SetQuotaAsync("PoliciesPerGroup", 20);
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "full", PolicyArn = arns[10] });
        await account.SetQuotaAsync("PoliciesPerGroup", 10);
    }

    [Fact, Covers("iam", "AttachGroupPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "target" });
        Assert.Equal(
            account.Denied("mallory", "iam:AttachGroupPolicy", "group target"),
            await mallory.Iam.FailAsync("AttachGroupPolicy", new { GroupName = "target", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "target" })).List("AttachedPolicies"));
    }
}
