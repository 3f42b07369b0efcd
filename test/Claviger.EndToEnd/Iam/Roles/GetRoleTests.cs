namespace Claviger.EndToEnd;

public sealed class GetRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetRole", Aspect.Works)]
    public async Task Shows_a_trusted_user_by_its_ARN_and_by_its_id_when_it_is_gone()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Trusted", Path = "/a/" });
        var id = (await account.Root.Iam.CallAsync("GetUser", new { UserName = "trusted" }))["User.UserId"];
        await account.NewRoleAsync("trusting", TestEntities.Trust(account.Arn("user/a/Trusted")));
        Assert.Equal(account.Arn("user/a/Trusted"), await PrincipalAsync());
        await account.Root.Iam.CallAsync("UpdateUser", new { UserName = "trusted", NewUserName = "Renamed", NewPath = "/b/" });
        Assert.Equal(account.Arn("user/b/Renamed"), await PrincipalAsync());
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "renamed" });
        Assert.Equal(id, await PrincipalAsync());
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Trusted", Path = "/a/" });
        Assert.Equal(id, await PrincipalAsync());

        async Task<string?> PrincipalAsync() => (await account.Root.Iam.CallAsync("GetRole", new { RoleName = "trusting" }))
            .List("Role.AssumeRolePolicyDocument.Statement.Principal.AWS")[0].Text;
    }

    [Fact, Covers("iam", "GetRole", Aspect.Works)]
    public async Task Gives_the_trust_policy_percent_encoded_as_it_was_sent()
    {
        var trust = TestEntities.Trust(account.Arn("root")).Replace(",", " ,\n", StringComparison.Ordinal);
        await account.NewRoleAsync("encoded", trust);
        var answer = await account.Root.Http.FormAsync("Action=GetRole&Version=2010-05-08&RoleName=encoded");
        Assert.Equal(
            Uri.EscapeDataString(trust), answer.Xml.Descendants().Single(element => element.Name.LocalName == "AssumeRolePolicyDocument").Value);
    }

    [Fact, Covers("iam", "GetRole", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role_and_a_name_that_is_none()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("GetRole", new { RoleName = "nobody" }));
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"),
            await account.Root.Iam.FailAsync("GetRole", new { RoleName = account.Arn("role/x") }));
    }

    [Fact, Covers("iam", "GetRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_whether_the_role_exists_or_not()
    {
        var eve = await account.NewUserAsync("eve");
        await account.NewRoleAsync("there");
        Assert.Equal(account.Denied("eve", "iam:GetRole", "role there"), await eve.Iam.FailAsync("GetRole", new { RoleName = "there" }));
        Assert.Equal(account.Denied("eve", "iam:GetRole", "role nowhere"), await eve.Iam.FailAsync("GetRole", new { RoleName = "nowhere" }));
    }

    [Fact, Covers("iam", "GetRole", Aspect.Denies)]
    public async Task Is_allowed_on_roles_with_the_callers_own_tag_alone()
    {
        var tags = new[] { new { Key = "team", Value = "red" } };
        var red = await account.NewUserAsync("red", TestEntities.AllowIf("StringEquals", "iam:ResourceTag/team", "${aws:PrincipalTag/team}", "iam:GetRole"));
        await account.Root.Iam.CallAsync("TagUser", new { UserName = "red", Tags = tags });
        await account.NewRoleAsync("ours");
        await account.NewRoleAsync("theirs");
        await account.Root.Iam.CallAsync("TagRole", new { RoleName = "ours", Tags = tags });
        await red.Iam.CallAsync("GetRole", new { RoleName = "ours" });
        Assert.Equal(account.Denied("red", "iam:GetRole", "role theirs"), await red.Iam.FailAsync("GetRole", new { RoleName = "theirs" }));
    }
}
