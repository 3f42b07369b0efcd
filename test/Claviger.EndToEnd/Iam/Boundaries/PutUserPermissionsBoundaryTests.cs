namespace Claviger.EndToEnd;

public sealed class PutUserPermissionsBoundaryTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "PutUserPermissionsBoundary", Aspect.Works)]
    public async Task Caps_what_policies_allow_with_the_next_call()
    {
        var who = await account.NewUserAsync("effect", TestAccount.Allow("iam:*"));
        await who.Iam.CallAsync("ListGroups");
        var boundary = await account.NewPolicyAsync("boundary", TestAccount.Allow("iam:ListUsers"));
        await account.Root.Iam.CallAsync("PutUserPermissionsBoundary", new { UserName = "effect", PermissionsBoundary = boundary });
        await who.Iam.CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial(
                account.Arn("user/effect"), "iam:ListGroups", account.Arn("group/"), "because no permissions boundary allows the iam:ListGroups action"),
            await who.Iam.FailAsync("ListGroups"));
        var got = await account.Root.Iam.CallAsync("GetUser", new { UserName = "effect" });
        Assert.Equal(boundary, got["User.PermissionsBoundary.PermissionsBoundaryArn"]);
        Assert.Equal("Policy", got["User.PermissionsBoundary.PermissionsBoundaryType"]);
        var policy = await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = boundary });
        Assert.Equal(("0", "1"), (policy["Policy.AttachmentCount"], policy["Policy.PermissionsBoundaryUsageCount"]));

        await account.Root.Iam.CallAsync("PutUserPermissionsBoundary", new { UserName = "effect", PermissionsBoundary = ReadOnly });
        await who.Iam.CallAsync("ListGroups");
    }

    [Fact, Covers("iam", "PutUserPermissionsBoundary", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("PutUserPermissionsBoundary", new { UserName = "nobody", PermissionsBoundary = ReadOnly }));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        var arn = account.Arn("policy/nowhere");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {arn} does not exist or is not attachable."),
            await account.Root.Iam.FailAsync("PutUserPermissionsBoundary", new { UserName = "plain", PermissionsBoundary = arn }));
    }

    [Fact, Covers("iam", "PutUserPermissionsBoundary", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:PutUserPermissionsBoundary", "user mallory"),
            await mallory.Iam.FailAsync("PutUserPermissionsBoundary", new { UserName = "mallory", PermissionsBoundary = ReadOnly }));
        Assert.Null((await account.Root.Iam.CallAsync("GetUser", new { UserName = "mallory" }))["User.PermissionsBoundary"]);
    }

    [Fact, Covers("iam", "PutUserPermissionsBoundary", Aspect.Denies)]
    public async Task Is_allowed_for_the_boundary_that_a_condition_names_and_for_no_other()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("StringEquals", "iam:PermissionsBoundary", ReadOnly, "iam:PutUserPermissionsBoundary"));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bounded" });
        await clerk.Iam.CallAsync("PutUserPermissionsBoundary", new { UserName = "bounded", PermissionsBoundary = ReadOnly });
        Assert.Equal(
            account.Denied("clerk", "iam:PutUserPermissionsBoundary", "user bounded"),
            await clerk.Iam.FailAsync("PutUserPermissionsBoundary", new { UserName = "bounded", PermissionsBoundary = "arn:aws:iam::aws:policy/AdministratorAccess" }));
    }
}
