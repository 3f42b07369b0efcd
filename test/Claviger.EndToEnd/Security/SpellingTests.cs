using System.Text;

namespace Claviger.EndToEnd;

public sealed class SpellingTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Document = """
        {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            {"Effect": "Deny", "Action": "*", "Resource": ["arn:aws:iam::*:role/Admin", "arn:aws:iam::*:user/Admin", "arn:aws:iam::*:group/Admin"]}]}
        """;

    [Theory]
    [InlineData("admin")]
    [InlineData("ADMIN")]
    [InlineData("/Admin")]
    [InlineData("x/Admin")]
    public async Task A_role_is_not_assumed_under_another_spelling_of_its_name(string spelling)
    {
        var name = $"of{Convert.ToHexString(Encoding.ASCII.GetBytes(spelling))}";
        var user = await account.NewUserAsync(name, Document);
        await account.Root.Iam.TryAsync("CreateRole", new { RoleName = "Admin", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")) });
        var arn = account.Arn($"role/{spelling}");
        Assert.Equal(
            TestEntities.Denial(account.Arn($"user/{name}"), "sts:AssumeRole", arn),
            await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "session" }));
        Assert.EndsWith(
            "with an explicit deny in an identity-based policy",
            (await user.Sts.FailAsync("AssumeRole", new { RoleArn = account.Arn("role/Admin"), RoleSessionName = "session" })).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GetUser", "UserName", "aDMIN")]
    [InlineData("GetGroup", "GroupName", "aDMIN")]
    [InlineData("DeleteRole", "RoleName", "aDMIN")]
    public async Task A_denial_reaches_an_entity_however_its_name_is_spelled(string operation, string parameter, string spelling)
    {
        var user = await account.NewUserAsync($"by{operation}", Document);
        await account.Root.Iam.TryAsync("CreateUser", new { UserName = "Admin" });
        await account.Root.Iam.TryAsync("CreateGroup", new { GroupName = "Admin" });
        await account.Root.Iam.TryAsync("CreateRole", new { RoleName = "Admin", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")) });
        var error = await user.Iam.FailAsync(operation, new Dictionary<string, object> { [parameter] = spelling });
        Assert.Equal("AccessDenied", error.Code);
        Assert.EndsWith("with an explicit deny in an identity-based policy", error.Message, StringComparison.Ordinal);
    }
}
