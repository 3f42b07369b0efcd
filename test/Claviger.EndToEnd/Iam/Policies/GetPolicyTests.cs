namespace Claviger.EndToEnd;

public sealed class GetPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetPolicy", Aspect.Works)]
    public async Task Shows_the_accounts_own_with_the_number_of_its_uses()
    {
        var arn = await account.NewPolicyAsync("Own", TestAccount.Allow("iam:GetUser"));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "one", PermissionsBoundary = arn });
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "one", PolicyArn = arn });
        await account.NewRoleAsync("two");
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "two", PolicyArn = arn });
        var got = await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = arn });
        Assert.Equal(("Own", "/", "2", "1"), (
            got["Policy.PolicyName"], got["Policy.Path"], got["Policy.AttachmentCount"], got["Policy.PermissionsBoundaryUsageCount"]));
        Assert.Equal("[]", got["Policy.Tags"]);
    }

    [Fact, Covers("iam", "GetPolicy", Aspect.Works)]
    public async Task Shows_AWSs_own_with_the_number_of_this_accounts_uses()
    {
        const string Arn = "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM";
        await account.NewRoleAsync("instance");
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "instance", PolicyArn = Arn });
        var got = await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = Arn });
        Assert.Equal(("AmazonEC2RoleforSSM", "/service-role/", "1"), (got["Policy.PolicyName"], got["Policy.Path"], got["Policy.AttachmentCount"]));
        Assert.StartsWith("ANPA", got["Policy.PolicyId"], StringComparison.Ordinal);
    }

    [Fact, Covers("iam", "GetPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        foreach (var arn in new[] { account.Arn("policy/nowhere"), "arn:aws:iam::aws:policy/NoSuchPolicy" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} was not found."), await account.Root.Iam.FailAsync("GetPolicy", new { PolicyArn = arn }));
        }
    }

    [Fact, Covers("iam", "GetPolicy", Aspect.Denies)]
    public async Task Is_denied_on_another_accounts_policy_even_to_the_root_user()
    {
        var error = await account.Root.Iam.FailAsync("GetPolicy", new { PolicyArn = "arn:aws:iam::999999999999:policy/theirs" });
        Assert.Equal(("AccessDenied", 403), (error.Code, error.Status));
    }

    [Fact, Covers("iam", "GetPolicy", Aspect.Refuses)]
    public async Task Refuses_a_name_in_place_of_an_ARN() => Assert.Equal(
        new SdkError("InvalidInput", 400, "ARN AdministratorAccess-by-name is not valid."),
        await account.Root.Iam.FailAsync("GetPolicy", new { PolicyArn = "AdministratorAccess-by-name" }));

    [Fact, Covers("iam", "GetPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        foreach (var arn in new[] { account.Arn("policy/any"), "arn:aws:iam::aws:policy/ReadOnlyAccess" })
        {
            Assert.Equal(account.Denied("eve", "iam:GetPolicy", $"policy {arn}"), await eve.Iam.FailAsync("GetPolicy", new { PolicyArn = arn }));
        }
    }
}
