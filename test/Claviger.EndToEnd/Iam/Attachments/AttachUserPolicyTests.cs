namespace Claviger.EndToEnd;

public sealed class AttachUserPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "AttachUserPolicy", Aspect.Works)]
    public async Task Attaches_policies_of_AWS_and_of_the_account_and_again_without_effect()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var own = await account.NewPolicyAsync("own", TestAccount.Allow("iam:GetUser"), "/x/");
        foreach (var arn in new[] { ReadOnly, own, ReadOnly, own })
        {
            await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "works", PolicyArn = arn });
        }

        var listed = await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "works" });
        Assert.Equal([own, ReadOnly], listed.Texts("AttachedPolicies", "PolicyArn"));
        Assert.Equal(["own", "IAMReadOnlyAccess"], listed.Texts("AttachedPolicies", "PolicyName"));
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = own }))["Policy.AttachmentCount"]);
    }

    [Fact, Covers("iam", "AttachUserPolicy", Aspect.Works)]
    public async Task Takes_effect_with_the_next_call()
    {
        var who = await account.NewUserAsync("effect");
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "effect", PolicyArn = ReadOnly });
        await who.Iam.CallAsync("ListUsers");
    }

    [Fact, Covers("iam", "AttachUserPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "lonely" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("AttachUserPolicy", new { UserName = "nobody", PolicyArn = ReadOnly }));
        foreach (var arn in new[] { "arn:aws:iam::aws:policy/NoSuchPolicy", account.Arn("policy/nowhere"), "arn:aws:iam::999999999999:policy/theirs" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} does not exist or is not attachable."),
                await account.Root.Iam.FailAsync("AttachUserPolicy", new { UserName = "lonely", PolicyArn = arn }));
        }

        Assert.Equal(
            new SdkError("InvalidInput", 400, "ARN IAMReadOnlyAccess-by-name is not valid."),
            await account.Root.Iam.FailAsync("AttachUserPolicy", new { UserName = "lonely", PolicyArn = "IAMReadOnlyAccess-by-name" }));
    }

    [Fact, Covers("iam", "AttachUserPolicy", Aspect.Refuses)]
    public async Task Refuses_one_policy_more_than_the_quota()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "full" });
        var arns = (await account.Root.Iam.CallAsync("ListPolicies", new { Scope = "AWS", MaxItems = 11 })).Texts("Policies", "Arn");
        foreach (var arn in arns.Take(10))
        {
            await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "full", PolicyArn = arn });
        }

        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for PoliciesPerUser: 10"),
            await account.Root.Iam.FailAsync("AttachUserPolicy", new { UserName = "full", PolicyArn = arns[10] }));
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "full", PolicyArn = arns[0] });
        await account.SetQuotaAsync("PoliciesPerUser", 20);
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "full", PolicyArn = arns[10] });
        await account.SetQuotaAsync("PoliciesPerUser", 10);
    }

    [Fact, Covers("iam", "AttachUserPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:AttachUserPolicy", "user mallory"),
            await mallory.Iam.FailAsync("AttachUserPolicy", new { UserName = "mallory", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "mallory" })).List("AttachedPolicies"));
    }

    [Fact, Covers("iam", "AttachUserPolicy", Aspect.Denies)]
    public async Task Is_allowed_for_the_policy_that_a_condition_names_and_for_no_other()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("ArnEquals", "iam:PolicyARN", ReadOnly, "iam:AttachUserPolicy"));
        await clerk.Iam.CallAsync("AttachUserPolicy", new { UserName = "clerk", PolicyArn = ReadOnly });
        Assert.Equal(
            account.Denied("clerk", "iam:AttachUserPolicy", "user clerk"),
            await clerk.Iam.FailAsync("AttachUserPolicy", new { UserName = "clerk", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" }));
    }
}
