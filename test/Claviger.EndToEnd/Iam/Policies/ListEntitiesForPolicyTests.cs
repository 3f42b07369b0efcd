namespace Claviger.EndToEnd;

public sealed class ListEntitiesForPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListEntitiesForPolicy", Aspect.Works)]
    public async Task Lists_who_has_the_policy_by_kind_path_and_use()
    {
        var arn = await account.NewPolicyAsync("works", TestAccount.Allow("iam:GetUser"));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bounded", PermissionsBoundary = arn });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "user", Path = "/x/" });
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "user", PolicyArn = arn });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "group" });
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "group", PolicyArn = arn });
        await account.NewRoleAsync("role");
        await account.Root.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "role", PermissionsBoundary = arn });
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "role", PolicyArn = arn });
        Assert.Equal(["bounded", "group", "role", "user"], await NamesAsync(new { PolicyArn = arn }));
        Assert.Equal(["group", "role", "user"], await NamesAsync(new { PolicyArn = arn, PolicyUsageFilter = "PermissionsPolicy" }));
        Assert.Equal(["bounded", "role"], await NamesAsync(new { PolicyArn = arn, PolicyUsageFilter = "PermissionsBoundary" }));
        Assert.Equal(["role"], await NamesAsync(new { PolicyArn = arn, EntityFilter = "Role" }));
        Assert.Equal(["user"], await NamesAsync(new { PolicyArn = arn, PathPrefix = "/x/" }));

        var paged = new List<string?>();
        var page = await account.Root.Iam.CallAsync("ListEntitiesForPolicy", new { PolicyArn = arn, MaxItems = 3 });
        paged.AddRange(Names(page));
        Assert.Equal(3, paged.Count);
        paged.AddRange(Names(await account.Root.Iam.CallAsync("ListEntitiesForPolicy", new { PolicyArn = arn, MaxItems = 3, Marker = page["Marker"] })));
        Assert.Equal(["bounded", "group", "role", "user"], paged.Order(StringComparer.Ordinal));

        async Task<IEnumerable<string?>> NamesAsync(object parameters) =>
            Names(await account.Root.Iam.CallAsync("ListEntitiesForPolicy", parameters)).Order(StringComparer.Ordinal);

        static IEnumerable<string?> Names(SdkAnswer page) =>
            [.. page.Texts("PolicyUsers", "UserName"), .. page.Texts("PolicyGroups", "GroupName"), .. page.Texts("PolicyRoles", "RoleName")];
    }

    [Fact, Covers("iam", "ListEntitiesForPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        foreach (var arn in new[] { account.Arn("policy/nowhere"), "arn:aws:iam::aws:policy/NoSuchPolicy" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} was not found."),
                await account.Root.Iam.FailAsync("ListEntitiesForPolicy", new { PolicyArn = arn }));
        }
    }

    [Fact, Covers("iam", "ListEntitiesForPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Assert.Equal(
            account.Denied("eve", "iam:ListEntitiesForPolicy", $"policy {Arn}"),
            await eve.Iam.FailAsync("ListEntitiesForPolicy", new { PolicyArn = Arn }));
    }
}
