namespace Claviger.EndToEnd;

public sealed class ListRolesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListRoles", Aspect.Works)]
    public async Task Lists_roles_of_a_path_by_name_in_pages_without_tags_and_boundaries()
    {
        foreach (var name in new[] { "delta", "Bravo", "alpha", "Charlie" })
        {
            await account.Root.Iam.CallAsync("CreateRole", new
            {
                RoleName = name,
                Path = "/pages/",
                AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")),
                PermissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess",
                Tags = new[] { new { Key = "a", Value = "1" } },
            });
        }

        await account.NewRoleAsync("elsewhere");
        var first = await account.Root.Iam.CallAsync("ListRoles", new { PathPrefix = "/pages/", MaxItems = 3 });
        Assert.Equal(["alpha", "Bravo", "Charlie"], first.Texts("Roles", "RoleName"));
        Assert.Equal("true", first["IsTruncated"]);
        var role = first.List("Roles")[0];
        Assert.Null(role["Tags"]);
        Assert.Null(role["PermissionsBoundary"]);
        Assert.Null(role["RoleLastUsed"]);
        Assert.Equal("3600", role["MaxSessionDuration"]);
        Assert.Equal("2012-10-17", role["AssumeRolePolicyDocument.Version"]);
        var second = await account.Root.Iam.CallAsync("ListRoles", new { PathPrefix = "/pages/", MaxItems = 3, Marker = first["Marker"] });
        Assert.Equal(["delta"], second.Texts("Roles", "RoleName"));
        Assert.Null(second["Marker"]);
    }

    [Fact, Covers("iam", "ListRoles", Aspect.Refuses)]
    public async Task Refuses_a_marker_of_another_list_and_a_path_without_slash()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "a" });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "b" });
        var users = await account.Root.Iam.CallAsync("ListUsers", new { MaxItems = 1 });
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("ListRoles", new { Marker = users["Marker"] }));
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                "The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters."),
            await account.Root.Iam.FailAsync("ListRoles", new { PathPrefix = "pages" }));
    }

    [Fact, Covers("iam", "ListRoles", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListRoles", account.Arn("role/")), await eve.Iam.FailAsync("ListRoles"));
        Assert.Equal(
            account.Denied("eve", "iam:ListRoles", account.Arn("role/pages/")), await eve.Iam.FailAsync("ListRoles", new { PathPrefix = "/pages/" }));
    }
}
