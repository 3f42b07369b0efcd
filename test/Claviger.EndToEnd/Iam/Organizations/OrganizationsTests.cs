namespace Claviger.EndToEnd;

/// <summary>What is for organizations alone, asked by an account that is in none.</summary>
public sealed class OrganizationsTests(TestAccount account) : IClassFixture<TestAccount>
{
    // The SDK of the system knows nothing of most of these yet.
    private const string Path = "o-abcdefghij/r-abcd";
    private static readonly string Job = new('a', 36);

    public static TheoryData<string> OfRootUsers { get; } =
    [
        "ListOrganizationsFeatures", "EnableOrganizationsRootCredentialsManagement", "DisableOrganizationsRootCredentialsManagement",
        "EnableOrganizationsRootSessions", "DisableOrganizationsRootSessions",
    ];

    [Theory, MemberData(nameof(OfRootUsers))]
    [Covers("iam", "ListOrganizationsFeatures", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "EnableOrganizationsRootCredentialsManagement", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "DisableOrganizationsRootCredentialsManagement", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "EnableOrganizationsRootSessions", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "DisableOrganizationsRootSessions", Aspect.Works | Aspect.Refuses)]
    public async Task Says_that_the_account_is_in_no_organization(string operation)
    {
        var error = (await account.Root.Http.FormAsync($"Action={operation}&Version=2010-05-08")).Error;
        Assert.Equal(("OrganizationNotFoundException", 400), (error.Code, error.Status));
    }

    [Theory, MemberData(nameof(OfRootUsers))]
    [Covers("iam", "ListOrganizationsFeatures", Aspect.Denies)]
    [Covers("iam", "EnableOrganizationsRootCredentialsManagement", Aspect.Denies)]
    [Covers("iam", "DisableOrganizationsRootCredentialsManagement", Aspect.Denies)]
    [Covers("iam", "EnableOrganizationsRootSessions", Aspect.Denies)]
    [Covers("iam", "DisableOrganizationsRootSessions", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission(string operation)
    {
        var name = "no-" + operation;
        var user = await account.NewUserAsync(name);
        var error = (await user.Http.FormAsync($"Action={operation}&Version=2010-05-08")).Error;
        Assert.Equal(account.Denied(name, "iam:" + operation, "*"), error);
    }

    [Fact]
    [Covers("iam", "GenerateOrganizationsAccessReport", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "GetOrganizationsAccessReport", Aspect.Works | Aspect.Refuses)]
    public async Task There_are_no_reports()
    {
        Assert.Equal("AccessDenied", (await account.Root.Iam.FailAsync("GenerateOrganizationsAccessReport", new { EntityPath = Path })).Code);
        Assert.Equal("ValidationError", (await account.Root.Iam.FailAsync("GenerateOrganizationsAccessReport", new { EntityPath = new string('x', 30) })).Code);
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"The job with id {Job} cannot be found."),
            await account.Root.Iam.FailAsync("GetOrganizationsAccessReport", new { JobId = Job }));
    }

    [Fact]
    [Covers("iam", "GenerateOrganizationsAccessReport", Aspect.Denies)]
    [Covers("iam", "GetOrganizationsAccessReport", Aspect.Denies)]
    public async Task Reports_are_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:GenerateOrganizationsAccessReport", account.Arn("access-report/" + Path)),
            await eve.Iam.FailAsync("GenerateOrganizationsAccessReport", new { EntityPath = Path }));
        Assert.Equal(
            account.Denied("eve", "iam:GetOrganizationsAccessReport", "*"),
            await eve.Iam.FailAsync("GetOrganizationsAccessReport", new { JobId = Job }));
    }

    [Fact, Covers("sts", "AssumeRoot", Aspect.Works | Aspect.Refuses | Aspect.Denies)]
    public async Task Nobody_becomes_another_accounts_root_user()
    {
        const string Task = "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy";
        var frank = await account.NewUserAsync("frank", TestAccount.Allow("sts:AssumeRoot"));
        var grace = await account.NewUserAsync("grace");
        var resource = "arn:aws:iam::111122223333:root";
        Assert.Equal(TestEntities.Denial(account.Arn("user/frank"), "sts:AssumeRoot", resource), await AskAsync(frank, "111122223333", Task));
        Assert.Equal(TestEntities.Denial(account.Arn("user/frank"), "sts:AssumeRoot", resource), await AskAsync(frank, resource, Task));
        Assert.Equal(("AccessDenied", 403), CodeOf(await AskAsync(grace, resource, Task)));
        Assert.Equal(("ValidationError", 400), CodeOf(await AskAsync(frank, "arn:aws:iam::111122223333:user/x", Task)));
        Assert.Equal(("ValidationError", 400), CodeOf(await AskAsync(frank, resource, "arn:aws:iam::aws:policy/AdministratorAccess")));

        static (string, int) CodeOf(SdkError error) => (error.Code, error.Status);
    }

    private static async Task<SdkError> AskAsync(SdkCaller caller, string target, string task) =>
        (await caller.Http.FormAsync($"Action=AssumeRoot&Version=2011-06-15&TargetPrincipal={target}&TaskPolicyArn.arn={task}", "sts")).Error;
}
