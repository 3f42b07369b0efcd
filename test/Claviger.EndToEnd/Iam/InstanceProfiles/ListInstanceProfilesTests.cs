namespace Claviger.EndToEnd;

public sealed class ListInstanceProfilesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListInstanceProfiles", Aspect.Works)]
    public async Task Lists_profiles_of_a_path_by_name_in_pages_without_tags()
    {
        foreach (var name in new[] { "c", "B", "a" })
        {
            await account.Root.Iam.CallAsync(
                "CreateInstanceProfile", new { InstanceProfileName = name, Path = "/pages/", Tags = new[] { new { Key = "a", Value = "1" } } });
        }

        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "elsewhere" });
        var first = await account.Root.Iam.CallAsync("ListInstanceProfiles", new { PathPrefix = "/pages/", MaxItems = 2 });
        Assert.Equal(["a", "B"], first.Texts("InstanceProfiles", "InstanceProfileName"));
        Assert.Null(first.List("InstanceProfiles")[0]["Tags"]);
        var second = await account.Root.Iam.CallAsync("ListInstanceProfiles", new { PathPrefix = "/pages/", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("InstanceProfiles", "InstanceProfileName"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "ListInstanceProfiles", Aspect.Refuses)]
    public async Task Refuses_a_marker_of_another_list() => Assert.Equal(
        new SdkError("ValidationError", 400, "Invalid Marker."),
        await account.Root.Iam.FailAsync("ListInstanceProfiles", new { Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));

    [Fact, Covers("iam", "ListInstanceProfiles", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListInstanceProfiles", account.Arn("instance-profile/")), await eve.Iam.FailAsync("ListInstanceProfiles"));
    }
}
