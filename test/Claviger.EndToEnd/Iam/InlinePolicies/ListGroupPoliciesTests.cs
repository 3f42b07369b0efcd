namespace Claviger.EndToEnd;

public sealed class ListGroupPoliciesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListGroupPolicies", Aspect.Works)]
    public async Task Lists_names_in_pages_that_an_insertion_does_not_shift()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "works" });
        await PutAsync("b", "D", "a", "c");
        var first = await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "works", MaxItems = 2 });
        Assert.Equal(["a", "b"], first.List("PolicyNames").Select(name => name.Text));
        Assert.Equal("true", first["IsTruncated"]);
        await PutAsync("aa");
        var second = await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "works", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c", "D"], second.List("PolicyNames").Select(name => name.Text));
        Assert.Equal("false", second["IsTruncated"]);
        Assert.Null(second["Marker"]);

        async Task PutAsync(params string[] names)
        {
            foreach (var name in names)
            {
                await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "works", PolicyName = name, PolicyDocument = TestAccount.Allow("iam:GetUser") });
            }
        }
    }

    [Fact, Covers("iam", "ListGroupPolicies", Aspect.Refuses)]
    public async Task Refuses_an_unknown_group_and_a_marker_of_another_list()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListGroupPolicies", new { GroupName = "nobody" }));
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" });
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("ListGroupPolicies", new { GroupName = "plain", Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));
    }

    [Fact, Covers("iam", "ListGroupPolicies", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_whether_the_group_exists_or_not()
    {
        var eve = await account.NewUserAsync("eve");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "eve" });
        foreach (var name in new[] { "eve", "nobody" })
        {
            Assert.Equal(account.Denied("eve", "iam:ListGroupPolicies", $"group {name}"), await eve.Iam.FailAsync("ListGroupPolicies", new { GroupName = name }));
        }
    }
}
