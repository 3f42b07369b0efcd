using System.Text;

namespace Claviger.EndToEnd;

// A NUL is what one database takes in a text and another doesn't.
public sealed class ControlCharacterTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task An_access_key_id_with_a_NUL_is_nobodys()
    {
        var http = account.Root.Http;
        var signed = http.Presign(new RawRequest { Method = "GET", Target = "/?Action=ListUsers&Version=2010-05-08" });
        var answer = await http.SendAsync(signed with { Target = signed.Target.Replace("X-Amz-Credential=AKIA", "X-Amz-Credential=AKI%00", StringComparison.Ordinal) });
        Assert.Equal(new SdkError("InvalidClientTokenId", 403, "The security token included in the request is invalid."), answer.Error);
    }

    [Theory]
    [InlineData("GetPolicy", "")]
    [InlineData("AttachUserPolicy", "&UserName=nul")]
    [InlineData("DetachUserPolicy", "&UserName=nul")]
    public async Task An_ARN_with_a_NUL_is_none(string operation, string more)
    {
        await account.Root.Iam.TryAsync("CreateUser", new { UserName = "nul" });
        var answer = await account.Root.Http.FormAsync($"Action={operation}&Version=2010-05-08&PolicyArn={account.Arn("policy/x%00y")}{more}");
        Assert.Equal(("InvalidInput", 400), (answer.Error.Code, answer.Error.Status));
    }

    [Fact]
    public async Task A_marker_that_was_made_up_with_a_NUL_continues_nothing()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "a" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "b" });
        var marker = Convert.FromBase64String((await account.Root.Iam.CallAsync("ListGroups", new { MaxItems = 1 }))["Marker"]!);
        var forged = Convert.ToBase64String([.. marker[..8], .. Encoding.UTF8.GetBytes("A\0")]);
        Assert.Equal(
            new SdkError("ValidationError", 400, "Invalid Marker."), await account.Root.Iam.FailAsync("ListGroups", new { Marker = forged }));
    }
}
