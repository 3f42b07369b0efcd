namespace Claviger.EndToEnd;

public sealed class ListAttachedUserPoliciesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListAttachedUserPolicies", Aspect.Works)]
    public async Task Lists_a_path_and_all_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        string[] arns =
        [
            await account.NewPolicyAsync("one", TestAccount.Allow("iam:GetUser")),
            await account.NewPolicyAsync("two", TestAccount.Allow("iam:GetUser"), "/team/"),
            "arn:aws:iam::aws:policy/IAMReadOnlyAccess",
        ];
        foreach (var arn in arns)
        {
            await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "works", PolicyArn = arn });
        }

        var first = await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "works", MaxItems = 2 });
        Assert.Equal("true", first["IsTruncated"]);
        var second = await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "works", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal("false", second["IsTruncated"]);
        Assert.Equal(arns, first.Texts("AttachedPolicies", "PolicyArn").Concat(second.Texts("AttachedPolicies", "PolicyArn")));
        var ofPath = await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "works", PathPrefix = "/team/" });
        Assert.Equal(["two"], ofPath.Texts("AttachedPolicies", "PolicyName"));
    }

    [Fact, Covers("iam", "ListAttachedUserPolicies", Aspect.Refuses)]
    public async Task Refuses_an_unknown_user_and_a_marker_of_another_list()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListAttachedUserPolicies", new { UserName = "nobody" }));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("ListAttachedUserPolicies", new { UserName = "plain", Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));
    }

    [Fact, Covers("iam", "ListAttachedUserPolicies", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_whether_the_user_exists_or_not()
    {
        var eve = await account.NewUserAsync("eve");
        foreach (var name in new[] { "eve", "nobody" })
        {
            Assert.Equal(account.Denied("eve", "iam:ListAttachedUserPolicies", $"user {name}"), await eve.Iam.FailAsync("ListAttachedUserPolicies", new { UserName = name }));
        }
    }
}
