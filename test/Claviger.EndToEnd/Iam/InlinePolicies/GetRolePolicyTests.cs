namespace Claviger.EndToEnd;

public sealed class GetRolePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetRolePolicy", Aspect.Works)]
    public async Task Shows_the_text_as_it_was_sent_percent_encoded()
    {
        await account.NewRoleAsync("Works");
        var document = TestAccount.Allow("iam:GetUser", "s3:Get*").Replace(",", " ,\n\t", StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "works", PolicyName = "Mine", PolicyDocument = document });
        var answer = await account.Root.Http.FormAsync("Action=GetRolePolicy&Version=2010-05-08&RoleName=works&PolicyName=mine");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Uri.EscapeDataString(document), answer.Xml.Descendants().Single(element => element.Name.LocalName == "PolicyDocument").Value);
        var got = await account.Root.Iam.CallAsync("GetRolePolicy", new { RoleName = "works", PolicyName = "mine" });
        Assert.Equal(("Works", "Mine"), (got["RoleName"], got["PolicyName"]));
        Assert.Equal("Allow", got["PolicyDocument.Statement.Effect"]);
    }

    [Fact, Covers("iam", "GetRolePolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.NewRoleAsync("plain");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role policy with name none cannot be found."),
            await account.Root.Iam.FailAsync("GetRolePolicy", new { RoleName = "plain", PolicyName = "none" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("GetRolePolicy", new { RoleName = "nobody", PolicyName = "none" }));
    }

    [Fact, Covers("iam", "GetRolePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        await account.NewRoleAsync("eve");
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "eve", PolicyName = "p", PolicyDocument = TestAccount.Allow("s3:GetObject") });
        Assert.Equal(account.Denied("eve", "iam:GetRolePolicy", "role eve"), await eve.Iam.FailAsync("GetRolePolicy", new { RoleName = "eve", PolicyName = "p" }));
    }
}
