namespace Claviger.EndToEnd;

public sealed class GetPolicyVersionTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetPolicyVersion", Aspect.Works)]
    public async Task Shows_the_text_as_it_was_sent_percent_encoded()
    {
        var document = TestAccount.Allow("iam:GetUser", "s3:Get*").Replace(",", " ,\n\t", StringComparison.Ordinal);
        var arn = await account.NewPolicyAsync("works", document);
        var answer = await account.Root.Http.FormAsync($"Action=GetPolicyVersion&Version=2010-05-08&PolicyArn={Uri.EscapeDataString(arn)}&VersionId=v1");
        Assert.Equal(Uri.EscapeDataString(document), answer.Xml.Descendants().Single(element => element.Name.LocalName == "Document").Value);
        var got = await account.Root.Iam.CallAsync("GetPolicyVersion", new { PolicyArn = arn, VersionId = "v1" });
        Assert.Equal(("v1", "true"), (got["PolicyVersion.VersionId"], got["PolicyVersion.IsDefaultVersion"]));
        Assert.Equal("Allow", got["PolicyVersion.Document.Statement.Effect"]);
    }

    [Fact, Covers("iam", "GetPolicyVersion", Aspect.Works)]
    public async Task Shows_AWSs_own_documents()
    {
        const string Arn = "arn:aws:iam::aws:policy/AdministratorAccess";
        var version = (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = Arn }))["Policy.DefaultVersionId"];
        var got = await account.Root.Iam.CallAsync("GetPolicyVersion", new { PolicyArn = Arn, VersionId = version });
        var statement = got.List("PolicyVersion.Document.Statement").Single();
        Assert.Equal(("Allow", "*", "*"), (statement["Effect"], statement["Action"], statement["Resource"]));
    }

    [Fact, Covers("iam", "GetPolicyVersion", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        foreach (var arn in new[] { await account.NewPolicyAsync("one", TestAccount.Allow("iam:GetUser")), "arn:aws:iam::aws:policy/AdministratorAccess" })
        {
            Assert.Equal(
                new SdkError("NoSuchEntity", 404, $"Policy {arn} version v99 does not exist or is not attachable."),
                await account.Root.Iam.FailAsync("GetPolicyVersion", new { PolicyArn = arn, VersionId = "v99" }));
        }

        var nowhere = account.Arn("policy/nowhere");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {nowhere} was not found."),
            await account.Root.Iam.FailAsync("GetPolicyVersion", new { PolicyArn = nowhere, VersionId = "v1" }));
    }

    [Fact, Covers("iam", "GetPolicyVersion", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = await account.NewPolicyAsync("secret", TestAccount.Allow("iam:GetUser"));
        Assert.Equal(
            account.Denied("eve", "iam:GetPolicyVersion", $"policy {arn}"),
            await eve.Iam.FailAsync("GetPolicyVersion", new { PolicyArn = arn, VersionId = "v1" }));
    }
}
