namespace Claviger.EndToEnd;

public sealed class CreateRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateRole", Aspect.Works)]
    public async Task Makes_a_role_with_all_it_can_have()
    {
        var made = await account.Root.Iam.CallAsync("CreateRole", new
        {
            RoleName = "Deploy",
            Path = "/ci/",
            AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")),
            Description = "deploys",
            MaxSessionDuration = 7200,
            PermissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess",
            Tags = new[] { new { Key = "Team", Value = "red" } },
        });
        Assert.Equal(account.Arn("role/ci/Deploy"), made["Role.Arn"]);
        Assert.Matches("^AROA[A-Z2-7]{17}$", made["Role.RoleId"]);
        Assert.Equal(account.Arn("root"), made.List("Role.AssumeRolePolicyDocument.Statement.Principal.AWS")[0].Text);
        var got = await account.Root.Iam.CallAsync("GetRole", new { RoleName = "deploy" });
        Assert.Equal("deploys", got["Role.Description"]);
        Assert.Equal("7200", got["Role.MaxSessionDuration"]);
        Assert.Equal("arn:aws:iam::aws:policy/ReadOnlyAccess", got["Role.PermissionsBoundary.PermissionsBoundaryArn"]);
        Assert.Equal(["Team"], got.Texts("Role.Tags", "Key"));
        Assert.Equal("{}", got["Role.RoleLastUsed"]);
    }

    [Fact, Covers("iam", "CreateRole", Aspect.Works)]
    public async Task Trusts_services_and_sessions_of_an_hour_where_nothing_else_is_asked()
    {
        const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        var made = await account.Root.Iam.CallAsync("CreateRole", new { RoleName = "ec2", AssumeRolePolicyDocument = Trust });
        Assert.Equal("/", made["Role.Path"]);
        Assert.Null(made["Role.RoleLastUsed"]);
        var got = await account.Root.Iam.CallAsync("GetRole", new { RoleName = "ec2" });
        Assert.Equal("3600", got["Role.MaxSessionDuration"]);
        Assert.Equal("ec2.amazonaws.com", got.List("Role.AssumeRolePolicyDocument.Statement")[0]["Principal.Service"]);
    }

    [Fact, Covers("iam", "CreateRole", Aspect.Refuses)]
    public async Task Rejects_a_second_role_whose_name_differs_only_in_case()
    {
        await account.NewRoleAsync("Taken");
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "Role with name tAKEN already exists."),
            await account.Root.Iam.FailAsync(
                "CreateRole", new { RoleName = "tAKEN", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")) }));
    }

    [Fact, Covers("iam", "CreateRole", Aspect.Refuses)]
    public async Task Refuses_trust_in_principals_that_do_not_exist()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "group" });
        foreach (var principal in new[] { "user/nobody", "role/nobody", "group/group", "user/*" })
        {
            Assert.Equal(
                new SdkError("MalformedPolicyDocument", 400, $"Invalid principal in policy: \"AWS\":\"{account.Arn(principal)}\""),
                await account.Root.Iam.FailAsync(
                    "CreateRole", new { RoleName = "refused", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn(principal)) }));
        }

        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetRole", new { RoleName = "refused" })).Code);
    }

    [Theory, Covers("iam", "CreateRole", Aspect.Refuses)]
    [InlineData("""{"Version":"2012-10-17","Statement":[]""", "This policy contains invalid Json")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Resource":"*"}]}""",
        "Has prohibited field Resource")]
    public async Task Refuses_what_is_no_trust_policy(string document, string message) => Assert.Equal(
        new SdkError("MalformedPolicyDocument", 400, message),
        await account.Root.Iam.FailAsync("CreateRole", new { RoleName = "refused", AssumeRolePolicyDocument = document }));

    [Fact, Covers("iam", "CreateRole", Aspect.Refuses)]
    public async Task Refuses_sessions_of_less_than_an_hour_and_more_than_twelve()
    {
        foreach (var (seconds, rule) in new[] { (3599, "greater than or equal to 3600"), (43201, "less than or equal to 43200") })
        {
            Assert.Equal(
                new SdkError(
                    "ValidationError",
                    400,
                    $"1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value {rule}"),
                await account.Root.Iam.FailAsync(
                    "CreateRole",
                    new { RoleName = "refused", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")), MaxSessionDuration = seconds }));
        }
    }

    [Fact, Covers("iam", "CreateRole", Aspect.Refuses)]
    public async Task Refuses_one_role_more_than_the_quota_and_one_character_of_trust_more()
    {
        var trust = TestEntities.Trust(account.Arn("root"));
        var present = (await account.Root.Iam.CallAsync("ListRoles")).List("Roles").Count;
        await account.SetQuotaAsync("RolesPerAccount", present);
        Assert.Equal(
            new SdkError("LimitExceeded", 409, $"Cannot exceed quota for RolesPerAccount: {present}"),
            await account.Root.Iam.FailAsync("CreateRole", new { RoleName = "refused", AssumeRolePolicyDocument = trust }));
        await account.SetQuotaAsync("RolesPerAccount", 1000);
        await account.SetQuotaAsync("ACLSizePerRole", trust.Length - 1);
        Assert.Equal(
            new SdkError("LimitExceeded", 409, $"Cannot exceed quota for ACLSizePerRole: {trust.Length - 1}"),
            await account.Root.Iam.FailAsync("CreateRole", new { RoleName = "refused", AssumeRolePolicyDocument = trust }));
        await account.SetQuotaAsync("ACLSizePerRole", trust.Length);
        await account.Root.Iam.CallAsync("CreateRole", new { RoleName = "fits", AssumeRolePolicyDocument = trust + "\n\n" });
        await account.SetQuotaAsync("ACLSizePerRole", 2048);
    }

    [Fact, Covers("iam", "CreateRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:CreateRole", account.Arn("role/x/mine")),
            await mallory.Iam.FailAsync(
                "CreateRole", new { RoleName = "mine", Path = "/x/", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("user/mallory")) }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetRole", new { RoleName = "mine" })).Code);
    }

    [Fact, Covers("iam", "CreateRole", Aspect.Denies)]
    public async Task Needs_the_permission_to_tag_for_tags_and_the_boundary_that_a_condition_asks_for()
    {
        const string Boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        var trust = TestEntities.Trust(account.Arn("root"));
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("StringEquals", "iam:PermissionsBoundary", Boundary, "iam:CreateRole"));
        await clerk.Iam.CallAsync("CreateRole", new { RoleName = "bounded", AssumeRolePolicyDocument = trust, PermissionsBoundary = Boundary });
        Assert.Equal(
            account.Denied("clerk", "iam:CreateRole", account.Arn("role/free")),
            await clerk.Iam.FailAsync("CreateRole", new { RoleName = "free", AssumeRolePolicyDocument = trust }));
        Assert.Equal(
            account.Denied("clerk", "iam:TagRole", account.Arn("role/free")),
            await clerk.Iam.FailAsync("CreateRole", new
            {
                RoleName = "free",
                AssumeRolePolicyDocument = trust,
                PermissionsBoundary = Boundary,
                Tags = new[] { new { Key = "a", Value = "1" } },
            }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetRole", new { RoleName = "free" })).Code);
    }
}
