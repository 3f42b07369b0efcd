namespace Claviger.EndToEnd;

public sealed class ListPoliciesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListPolicies", Aspect.Works)]
    public async Task Lists_the_accounts_own_and_AWSs_by_scope_path_and_use()
    {
        var one = await account.NewPolicyAsync("one", TestAccount.Allow("iam:GetUser"));
        var two = await account.NewPolicyAsync("two", TestAccount.Allow("iam:GetUser"), "/team/");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "user", PermissionsBoundary = two });
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "user", PolicyArn = one });
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "user", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        Assert.Equal(["one", "two"], await NamesAsync(new { Scope = "Local" }));
        Assert.Equal(["two"], await NamesAsync(new { Scope = "Local", PathPrefix = "/team/" }));
        Assert.Equal(["one", "ReadOnlyAccess"], await NamesAsync(new { OnlyAttached = true }));
        Assert.Equal(["ReadOnlyAccess"], await NamesAsync(new { OnlyAttached = true, Scope = "AWS" }));
        Assert.Equal(["one"], await NamesAsync(new { Scope = "Local", PolicyUsageFilter = "PermissionsPolicy" }));
        Assert.Equal(["two"], await NamesAsync(new { PolicyUsageFilter = "PermissionsBoundary" }));
        Assert.All(await NamesAsync(new { Scope = "AWS", PathPrefix = "/job-function/" }), name => Assert.DoesNotContain(name, (string[])["one", "two"]));

        async Task<IReadOnlyList<string?>> NamesAsync(object parameters) =>
            (await account.Root.Iam.CallAsync("ListPolicies", parameters)).Texts("Policies", "PolicyName");
    }

    [Fact, Covers("iam", "ListPolicies", Aspect.Works)]
    public async Task Lists_all_in_pages_each_once()
    {
        var names = new List<string?>();
        string? marker = null;
        do
        {
            var page = marker is null
                ? await account.Root.Iam.CallAsync("ListPolicies", new { Scope = "AWS", MaxItems = 500 })
                : await account.Root.Iam.CallAsync("ListPolicies", new { Scope = "AWS", MaxItems = 500, Marker = marker });
            names.AddRange(page.Texts("Policies", "PolicyName"));
            marker = page["Marker"];
            Assert.Equal(marker is not null, page["IsTruncated"] == "true");
        }
        while (marker is not null);

        Assert.True(names.Count > 1000);
        Assert.Distinct(names);
        Assert.Contains("AmazonEC2ReadOnlyAccess", names);
    }

    [Fact, Covers("iam", "ListPolicies", Aspect.Refuses)]
    public async Task Refuses_scopes_that_are_none_and_a_marker_of_another_list()
    {
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                "1 validation error detected: Value at 'scope' failed to satisfy constraint: Member must satisfy enum value set: [All, AWS, Local]"),
            await account.Root.Iam.FailAsync("ListPolicies", new { Scope = "Mine" }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("ListPolicies", new { Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));
    }

    [Fact, Covers("iam", "ListPolicies", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListPolicies", "policy path /"), await eve.Iam.FailAsync("ListPolicies"));
    }
}
