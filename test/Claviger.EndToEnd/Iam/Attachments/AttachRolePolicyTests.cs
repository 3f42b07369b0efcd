namespace Claviger.EndToEnd;

public sealed class AttachRolePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "AttachRolePolicy", Aspect.Works)]
    public async Task Attaches_policies_of_AWS_and_of_the_account_and_again_without_effect()
    {
        await account.NewRoleAsync("works");
        var own = await account.NewPolicyAsync("own", TestAccount.Allow("iam:GetUser"), "/x/");
        foreach (var arn in new[] { ReadOnly, own, ReadOnly, own })
        {
            await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "works", PolicyArn = arn });
        }

        var listed = await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "works" });
        Assert.Equal([own, ReadOnly], listed.Texts("AttachedPolicies", "PolicyArn"));
        Assert.Equal(["own", "IAMReadOnlyAccess"], listed.Texts("AttachedPolicies", "PolicyName"));
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = own }))["Policy.AttachmentCount"]);
    }

    [Fact, Covers("iam", "AttachRolePolicy", Aspect.Works)]
    public async Task Takes_effect_with_the_next_call()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var who = await account.AssumeAsync(assumer, await account.NewRoleAsync("effect"));
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "effect", PolicyArn = ReadOnly });
        await who.Iam.CallAsync("ListUsers");
    }

    [Fact, Covers("iam", "AttachRolePolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.NewRoleAsync("lonely");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("AttachRolePolicy", new { RoleName = "nobody", PolicyArn = ReadOnly }));
        foreach (var arn in new[] { "arn:aws:iam::aws:policy/NoSuchPolicy", account.Arn("policy/nowhere"), "arn:aws:iam::999999999999:policy/theirs" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} does not exist or is not attachable."),
                await account.Root.Iam.FailAsync("AttachRolePolicy", new { RoleName = "lonely", PolicyArn = arn }));
        }

        Assert.Equal(
            new SdkError("InvalidInput", 400, "ARN IAMReadOnlyAccess-by-name is not valid."),
            await account.Root.Iam.FailAsync("AttachRolePolicy", new { RoleName = "lonely", PolicyArn = "IAMReadOnlyAccess-by-name" }));
    }

    [Fact, Covers("iam", "AttachRolePolicy", Aspect.Refuses)]
    public async Task Refuses_one_policy_more_than_the_quota()
    {
        await account.NewRoleAsync("full");
        var arns = (await account.Root.Iam.CallAsync("ListPolicies", new { Scope = "AWS", MaxItems = 11 })).Texts("Policies", "Arn");
        foreach (var arn in arns.Take(10))
        {
            await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "full", PolicyArn = arn });
        }

        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for PoliciesPerRole: 10"),
            await account.Root.Iam.FailAsync("AttachRolePolicy", new { RoleName = "full", PolicyArn = arns[10] }));
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "full", PolicyArn = arns[0] });
        await account.SetQuotaAsync("PoliciesPerRole", 20);
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "full", PolicyArn = arns[10] });
        await account.SetQuotaAsync("PoliciesPerRole", 10);
    }

    [Fact, Covers("iam", "AttachRolePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        Assert.Equal(
            account.Denied("mallory", "iam:AttachRolePolicy", "role target"),
            await mallory.Iam.FailAsync("AttachRolePolicy", new { RoleName = "target", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "target" })).List("AttachedPolicies"));
    }

    [Fact, Covers("iam", "AttachRolePolicy", Aspect.Denies)]
    public async Task Is_allowed_for_roles_with_the_boundary_that_a_condition_names_and_for_no_other()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("ArnEquals", "iam:PermissionsBoundary", ReadOnly, "iam:AttachRolePolicy"));
        await account.NewRoleAsync("bounded");
        await account.Root.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "bounded", PermissionsBoundary = ReadOnly });
        await account.NewRoleAsync("unbounded");
        await clerk.Iam.CallAsync("AttachRolePolicy", new { RoleName = "bounded", PolicyArn = ReadOnly });
        Assert.Equal(
            account.Denied("clerk", "iam:AttachRolePolicy", "role unbounded"),
            await clerk.Iam.FailAsync("AttachRolePolicy", new { RoleName = "unbounded", PolicyArn = ReadOnly }));
    }
}
