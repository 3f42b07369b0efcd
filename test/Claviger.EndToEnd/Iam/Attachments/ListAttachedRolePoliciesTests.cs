namespace Claviger.EndToEnd;

public sealed class ListAttachedRolePoliciesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListAttachedRolePolicies", Aspect.Works)]
    public async Task Lists_a_path_and_all_in_pages()
    {
        await account.NewRoleAsync("works");
        string[] arns =
        [
            await account.NewPolicyAsync("one", TestAccount.Allow("iam:GetUser")),
            await account.NewPolicyAsync("two", TestAccount.Allow("iam:GetUser"), "/team/"),
            "arn:aws:iam::aws:policy/IAMReadOnlyAccess",
        ];
        foreach (var arn in arns)
        {
            await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "works", PolicyArn = arn });
        }

        var first = await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "works", MaxItems = 2 });
        Assert.Equal("true", first["IsTruncated"]);
        var second = await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "works", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal("false", second["IsTruncated"]);
        Assert.Equal(arns, first.Texts("AttachedPolicies", "PolicyArn").Concat(second.Texts("AttachedPolicies", "PolicyArn")));
        var ofPath = await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "works", PathPrefix = "/team/" });
        Assert.Equal(["two"], ofPath.Texts("AttachedPolicies", "PolicyName"));
    }

    [Fact, Covers("iam", "ListAttachedRolePolicies", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role_and_a_marker_of_another_list()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListAttachedRolePolicies", new { RoleName = "nobody" }));
        await account.NewRoleAsync("plain");
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("ListAttachedRolePolicies", new { RoleName = "plain", Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));
    }

    [Fact, Covers("iam", "ListAttachedRolePolicies", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_whether_the_role_exists_or_not()
    {
        var eve = await account.NewUserAsync("eve");
        await account.NewRoleAsync("eve");
        foreach (var name in new[] { "eve", "nobody" })
        {
            Assert.Equal(account.Denied("eve", "iam:ListAttachedRolePolicies", $"role {name}"), await eve.Iam.FailAsync("ListAttachedRolePolicies", new { RoleName = name }));
        }
    }
}
