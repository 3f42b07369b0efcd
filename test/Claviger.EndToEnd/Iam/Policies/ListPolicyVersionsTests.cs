namespace Claviger.EndToEnd;

public sealed class ListPolicyVersionsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListPolicyVersions", Aspect.Works)]
    public async Task Lists_the_newest_first_in_pages_that_a_deletion_does_not_break()
    {
        var arn = await account.NewPolicyAsync("works", TestAccount.Allow("iam:ListUsers"));
        for (var version = 2; version <= 4; version++)
        {
            await account.Root.Iam.CallAsync("CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        }

        var first = await account.Root.Iam.CallAsync("ListPolicyVersions", new { PolicyArn = arn, MaxItems = 2 });
        Assert.Equal(["v4", "v3"], first.Texts("Versions", "VersionId"));
        Assert.Null(first.List("Versions")[0]["Document"]);
        await account.Root.Iam.CallAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v3" });
        var second = await account.Root.Iam.CallAsync("ListPolicyVersions", new { PolicyArn = arn, MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["v2=false", "v1=true"], second.List("Versions").Select(version => $"{version["VersionId"]}={version["IsDefaultVersion"]}"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "ListPolicyVersions", Aspect.Works)]
    public async Task Lists_versions_of_AWSs_own()
    {
        const string Arn = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess";
        var listed = await account.Root.Iam.CallAsync("ListPolicyVersions", new { PolicyArn = Arn });
        var inForce = listed.List("Versions").Single(version => version["IsDefaultVersion"] == "true");
        Assert.Equal((await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = Arn }))["Policy.DefaultVersionId"], inForce["VersionId"]);
    }

    [Fact, Covers("iam", "ListPolicyVersions", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        foreach (var arn in new[] { account.Arn("policy/nowhere"), "arn:aws:iam::aws:policy/NoSuchPolicy" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} was not found."),
                await account.Root.Iam.FailAsync("ListPolicyVersions", new { PolicyArn = arn }));
        }
    }

    [Fact, Covers("iam", "ListPolicyVersions", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("policy/any");
        Assert.Equal(account.Denied("eve", "iam:ListPolicyVersions", $"policy {arn}"), await eve.Iam.FailAsync("ListPolicyVersions", new { PolicyArn = arn }));
    }
}
