namespace Claviger.EndToEnd;

public sealed class GetAccountAuthorizationDetailsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetAccountAuthorizationDetails", Aspect.Works)]
    public async Task Shows_who_there_is_and_what_each_may()
    {
        var own = await account.NewPolicyAsync("own", TestAccount.Allow("iam:GetUser"));
        await account.NewUserAsync("user", TestAccount.Allow("iam:ListUsers"));
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "group" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "group", UserName = "user" });
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "group", PolicyArn = own });
        await account.NewRoleAsync("role");
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "role", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" });
        var all = await account.Root.Iam.CallAsync("GetAccountAuthorizationDetails");
        var user = all.List("UserDetailList").Single(user => user["UserName"] == "user");
        Assert.Equal(["group"], user.List("GroupList").Select(name => name.Text));
        Assert.Equal("iam:ListUsers", user.List("UserPolicyList").Single().List("PolicyDocument.Statement.Action").Single().Text);
        Assert.Equal([own], all.List("GroupDetailList").Single().Texts("AttachedManagedPolicies", "PolicyArn"));
        Assert.Equal("2012-10-17", all.List("RoleDetailList").Single()["AssumeRolePolicyDocument.Version"]);
        Assert.Equal(["own", "AdministratorAccess"], all.Texts("Policies", "PolicyName"));
        Assert.Equal("Allow", all.List("Policies")[0].List("PolicyVersionList").Single()["Document.Statement.Effect"]);

        var roles = await account.Root.Iam.CallAsync("GetAccountAuthorizationDetails", new { Filter = new[] { "Role", "LocalManagedPolicy" } });
        Assert.Empty(roles.List("UserDetailList"));
        Assert.Single(roles.List("RoleDetailList"));
        Assert.Equal(["own"], roles.Texts("Policies", "PolicyName"));

        var first = await account.Root.Iam.CallAsync("GetAccountAuthorizationDetails", new { MaxItems = 2 });
        Assert.Equal("true", first["IsTruncated"]);
        var second = await account.Root.Iam.CallAsync("GetAccountAuthorizationDetails", new { MaxItems = 100, Marker = first["Marker"] });
        foreach (var list in new[] { "UserDetailList", "GroupDetailList", "RoleDetailList", "Policies" })
        {
            Assert.Equal(all.List(list).Count, first.List(list).Count + second.List(list).Count);
        }
    }

    [Fact, Covers("iam", "GetAccountAuthorizationDetails", Aspect.Refuses)]
    public async Task Refuses_kinds_that_are_none_and_a_marker_of_another_list()
    {
        var error = await account.Root.Iam.FailAsync("GetAccountAuthorizationDetails", new { Filter = new[] { "Bucket" } });
        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."),
            await account.Root.Iam.FailAsync("GetAccountAuthorizationDetails", new { Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" }));
    }

    [Fact, Covers("iam", "GetAccountAuthorizationDetails", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:GetAccountAuthorizationDetails", "*"), await eve.Iam.FailAsync("GetAccountAuthorizationDetails"));
    }
}
