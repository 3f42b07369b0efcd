namespace Claviger.EndToEnd;

public sealed class PutRolePermissionsBoundaryTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "PutRolePermissionsBoundary", Aspect.Works)]
    public async Task Caps_what_policies_allow_with_the_next_call()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var who = await account.AssumeAsync(assumer, await account.NewRoleAsync("effect", policy: TestAccount.Allow("iam:*")));
        await who.Iam.CallAsync("ListGroups");
        var boundary = await account.NewPolicyAsync("boundary", TestAccount.Allow("iam:ListUsers"));
        await account.Root.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "effect", PermissionsBoundary = boundary });
        await who.Iam.CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial(
                $"arn:aws:sts::{account.Id}:assumed-role/effect/session", "iam:ListGroups", account.Arn("group/"), "because no permissions boundary allows the iam:ListGroups action"),
            await who.Iam.FailAsync("ListGroups"));
        var got = await account.Root.Iam.CallAsync("GetRole", new { RoleName = "effect" });
        Assert.Equal(boundary, got["Role.PermissionsBoundary.PermissionsBoundaryArn"]);
        Assert.Equal("Policy", got["Role.PermissionsBoundary.PermissionsBoundaryType"]);
        var policy = await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = boundary });
        Assert.Equal(("0", "1"), (policy["Policy.AttachmentCount"], policy["Policy.PermissionsBoundaryUsageCount"]));

        await account.Root.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "effect", PermissionsBoundary = ReadOnly });
        await who.Iam.CallAsync("ListGroups");
    }

    [Fact, Covers("iam", "PutRolePermissionsBoundary", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("PutRolePermissionsBoundary", new { RoleName = "nobody", PermissionsBoundary = ReadOnly }));
        await account.NewRoleAsync("plain");
        var arn = account.Arn("policy/nowhere");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {arn} does not exist or is not attachable."),
            await account.Root.Iam.FailAsync("PutRolePermissionsBoundary", new { RoleName = "plain", PermissionsBoundary = arn }));
    }

    [Fact, Covers("iam", "PutRolePermissionsBoundary", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        Assert.Equal(
            account.Denied("mallory", "iam:PutRolePermissionsBoundary", "role target"),
            await mallory.Iam.FailAsync("PutRolePermissionsBoundary", new { RoleName = "target", PermissionsBoundary = ReadOnly }));
        Assert.Null((await account.Root.Iam.CallAsync("GetRole", new { RoleName = "target" }))["Role.PermissionsBoundary"]);
    }

    [Fact, Covers("iam", "PutRolePermissionsBoundary", Aspect.Denies)]
    public async Task Is_allowed_for_the_boundary_that_a_condition_names_and_for_no_other()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("StringEquals", "iam:PermissionsBoundary", ReadOnly, "iam:PutRolePermissionsBoundary"));
        await account.NewRoleAsync("bounded");
        await clerk.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "bounded", PermissionsBoundary = ReadOnly });
        Assert.Equal(
            account.Denied("clerk", "iam:PutRolePermissionsBoundary", "role bounded"),
            await clerk.Iam.FailAsync("PutRolePermissionsBoundary", new { RoleName = "bounded", PermissionsBoundary = "arn:aws:iam::aws:policy/AdministratorAccess" }));
    }
}
