namespace Claviger.EndToEnd;

public sealed class GetGroupPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetGroupPolicy", Aspect.Works)]
    public async Task Shows_the_text_as_it_was_sent_percent_encoded()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "Works" });
        var document = TestAccount.Allow("iam:GetUser", "s3:Get*").Replace(",", " ,\n\t", StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "works", PolicyName = "Mine", PolicyDocument = document });
        var answer = await account.Root.Http.FormAsync("Action=GetGroupPolicy&Version=2010-05-08&GroupName=works&PolicyName=mine");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Uri.EscapeDataString(document), answer.Xml.Descendants().Single(element => element.Name.LocalName == "PolicyDocument").Value);
        var got = await account.Root.Iam.CallAsync("GetGroupPolicy", new { GroupName = "works", PolicyName = "mine" });
        Assert.Equal(("Works", "Mine"), (got["GroupName"], got["PolicyName"]));
        Assert.Equal("Allow", got["PolicyDocument.Statement.Effect"]);
    }

    [Fact, Covers("iam", "GetGroupPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group policy with name none cannot be found."),
            await account.Root.Iam.FailAsync("GetGroupPolicy", new { GroupName = "plain", PolicyName = "none" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("GetGroupPolicy", new { GroupName = "nobody", PolicyName = "none" }));
    }

    [Fact, Covers("iam", "GetGroupPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "eve" });
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "eve", PolicyName = "p", PolicyDocument = TestAccount.Allow("s3:GetObject") });
        Assert.Equal(account.Denied("eve", "iam:GetGroupPolicy", "group eve"), await eve.Iam.FailAsync("GetGroupPolicy", new { GroupName = "eve", PolicyName = "p" }));
    }
}
