namespace Claviger.EndToEnd;

public sealed class GetUserPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetUserPolicy", Aspect.Works)]
    public async Task Shows_the_text_as_it_was_sent_percent_encoded()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Works" });
        var document = TestAccount.Allow("iam:GetUser", "s3:Get*").Replace(",", " ,\n\t", StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "works", PolicyName = "Mine", PolicyDocument = document });
        var answer = await account.Root.Http.FormAsync("Action=GetUserPolicy&Version=2010-05-08&UserName=works&PolicyName=mine");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Uri.EscapeDataString(document), answer.Xml.Descendants().Single(element => element.Name.LocalName == "PolicyDocument").Value);
        var got = await account.Root.Iam.CallAsync("GetUserPolicy", new { UserName = "works", PolicyName = "mine" });
        Assert.Equal(("Works", "Mine"), (got["UserName"], got["PolicyName"]));
        Assert.Equal("Allow", got["PolicyDocument.Statement.Effect"]);
    }

    [Fact, Covers("iam", "GetUserPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user policy with name none cannot be found."),
            await account.Root.Iam.FailAsync("GetUserPolicy", new { UserName = "plain", PolicyName = "none" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("GetUserPolicy", new { UserName = "nobody", PolicyName = "none" }));
    }

    [Fact, Covers("iam", "GetUserPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "eve", PolicyName = "p", PolicyDocument = TestAccount.Allow("s3:GetObject") });
        Assert.Equal(account.Denied("eve", "iam:GetUserPolicy", "user eve"), await eve.Iam.FailAsync("GetUserPolicy", new { UserName = "eve", PolicyName = "p" }));
    }
}
