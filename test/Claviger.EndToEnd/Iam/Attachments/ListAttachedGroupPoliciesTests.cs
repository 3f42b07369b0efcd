namespace Claviger.EndToEnd;

public sealed class ListAttachedGroupPoliciesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListAttachedGroupPolicies", Aspect.Works)]
    public async Task Lists_a_path_and_all_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "works" });
        string[] arns =
        [
            await account.NewPolicyAsync("one", TestAccount.Allow("iam:GetUser")),
            await account.NewPolicyAsync("two", TestAccount.Allow("iam:GetUser"), "/team/"),
            "arn:aws:iam::aws:policy/IAMReadOnlyAccess",
        ];
        foreach (var arn in arns)
        {
            await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "works", PolicyArn = arn });
        }

        var first = await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "works", MaxItems = 2 });
        Assert.Equal("true", first["IsTruncated"]);
        var second = await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "works", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal("false", second["IsTruncated"]);
        Assert.Equal(arns, first.Texts("AttachedPolicies", "PolicyArn").Concat(second.Texts("AttachedPolicies", "PolicyArn")));
        var ofPath = await account.Root.Iam.CallAsync("ListAttachedGroupPolicies", new { GroupName = "works", PathPrefix = "/team/" });
        Assert.Equal(["two"], ofPath.Texts("AttachedPolicies", "PolicyName"));
    }

    [Fact, Covers("iam", "ListAttachedGroupPolicies", Aspect.Refuses)]
    public async Task Refuses_an_unknown_group_and_a_marker_of_another_list()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListAttachedGroupPolicies", new { GroupName = "nobody" }));
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" });
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("ListAttachedGroupPolicies", new { GroupName = "plain", Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));
    }

    [Fact, Covers("iam", "ListAttachedGroupPolicies", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_whether_the_group_exists_or_not()
    {
        var eve = await account.NewUserAsync("eve");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "eve" });
        foreach (var name in new[] { "eve", "nobody" })
        {
            Assert.Equal(account.Denied("eve", "iam:ListAttachedGroupPolicies", $"group {name}"), await eve.Iam.FailAsync("ListAttachedGroupPolicies", new { GroupName = name }));
        }
    }
}
