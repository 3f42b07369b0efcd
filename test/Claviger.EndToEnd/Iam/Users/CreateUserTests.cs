namespace Claviger.EndToEnd;

public sealed class CreateUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateUser", Aspect.Works)]
    public async Task Makes_a_user_under_a_path_with_tags()
    {
        var made = await account.Root.Iam.CallAsync(
            "CreateUser", new { UserName = "Alice", Path = "/eng/core/", Tags = new[] { new { Key = "Team", Value = "red" } } });
        Assert.Equal(account.Arn("user/eng/core/Alice"), made["User.Arn"]);
        Assert.Equal("/eng/core/", made["User.Path"]);
        Assert.Matches("^AIDA[A-Z2-7]{17}$", made["User.UserId"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", made["User.CreateDate"]);
        Assert.Equal(["red"], made.Texts("User.Tags", "Value"));
        var got = await account.Root.Iam.CallAsync("GetUser", new { UserName = "alice" });
        Assert.Equal(made["User"], got["User"]);
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Works)]
    public async Task Takes_the_root_path_where_none_is_given()
    {
        var made = await account.Root.Iam.CallAsync("CreateUser", new { UserName = "b=+,.@-_9" });
        Assert.Equal("/", made["User.Path"]);
        Assert.Equal(account.Arn("user/b=+,.@-_9"), made["User.Arn"]);
        Assert.Null(made["User.Tags"]);
        Assert.Null(made["User.PermissionsBoundary"]);
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Refuses)]
    public async Task Rejects_a_second_user_whose_name_differs_only_in_case()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Bob" });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "User with name bOB already exists."),
            await account.Root.Iam.FailAsync("CreateUser", new { UserName = "bOB" }));
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Refuses)]
    public async Task Makes_one_user_for_eight_who_ask_at_once()
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => account.Root.Iam.TryAsync("CreateUser", new { UserName = "single" })));
        Assert.Single(calls, call => call.Error is null);
        Assert.All(calls.Where(call => call.Error is not null), call => Assert.Equal("EntityAlreadyExists", call.Error!.Code));
    }

    [Theory, Covers("iam", "CreateUser", Aspect.Refuses)]
    [InlineData("a b", "/", "The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")]
    [InlineData("a", "eng", "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.")]
    [InlineData(
        "a2345678901234567890123456789012345678901234567890123456789012345",
        "/",
        "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64")]
    public async Task Refuses_malformed_names_and_paths(string name, string path, string message) => Assert.Equal(
        new SdkError("ValidationError", 400, message),
        await account.Root.Iam.FailAsync("CreateUser", new { UserName = name, Path = path }));

    [Fact, Covers("iam", "CreateUser", Aspect.Refuses)]
    public async Task Refuses_a_tag_key_that_stands_twice()
    {
        var error = await account.Root.Iam.FailAsync(
            "CreateUser", new { UserName = "twice", Tags = new[] { new { Key = "a", Value = "1" }, new { Key = "A", Value = "2" } } });
        Assert.Equal(("InvalidInput", 400), (error.Code, error.Status));
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Refuses)]
    public async Task Refuses_a_boundary_that_does_not_exist()
    {
        var arn = account.Arn("policy/nowhere");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {arn} does not exist or is not attachable."),
            await account.Root.Iam.FailAsync("CreateUser", new { UserName = "unbound", PermissionsBoundary = arn }));
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var carol = await account.NewUserAsync("carol");
        Assert.Equal(
            account.Denied("carol", "iam:CreateUser", account.Arn("user/x/dave")),
            await carol.Iam.FailAsync("CreateUser", new { UserName = "dave", Path = "/x/" }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetUser", new { UserName = "dave" })).Code);
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Denies)]
    public async Task Lets_a_policy_demand_a_boundary_and_tags()
    {
        const string boundary = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
        const string policy = $$$$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"iam:CreateUser","Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"{{{{boundary}}}}","aws:RequestTag/team":"red"}}},
              {"Effect":"Allow","Action":"iam:TagUser","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"team"}}}]}
            """;
        var lead = await account.NewUserAsync("lead", policy);
        var denied = account.Denied("lead", "iam:CreateUser", account.Arn("user/bounded"));
        Assert.Equal(denied, await lead.Iam.FailAsync("CreateUser", new { UserName = "bounded" }));
        Assert.Equal(denied, await lead.Iam.FailAsync("CreateUser", new { UserName = "bounded", Tags = Team("red") }));
        Assert.Equal(denied, await lead.Iam.FailAsync("CreateUser", new { UserName = "bounded", PermissionsBoundary = boundary, Tags = Team("blue") }));
        var made = await lead.Iam.CallAsync("CreateUser", new { UserName = "bounded", PermissionsBoundary = boundary, Tags = Team("red") });
        Assert.Equal(boundary, made["User.PermissionsBoundary.PermissionsBoundaryArn"]);
        Assert.Equal("Policy", made["User.PermissionsBoundary.PermissionsBoundaryType"]);
    }

    [Fact, Covers("iam", "CreateUser", Aspect.Denies)]
    public async Task Needs_the_permission_to_tag_where_tags_are_given()
    {
        var maker = await account.NewUserAsync("maker", TestAccount.Allow("iam:CreateUser"));
        await maker.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal(
            account.Denied("maker", "iam:TagUser", account.Arn("user/tagged")),
            await maker.Iam.FailAsync("CreateUser", new { UserName = "tagged", Tags = new[] { new { Key = "a", Value = "1" } } }));
    }

    private static object[] Team(string value) => [new { Key = "team", Value = value }];
}
