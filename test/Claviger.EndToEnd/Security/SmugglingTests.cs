using System.Text;

namespace Claviger.EndToEnd;

public sealed class SmugglingTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Form = "Action=CreateUser&Version=2010-05-08&UserName=signed";

    [Theory]
    [InlineData("Authorization", null)]
    [InlineData("Host", null)]
    [InlineData("Host", "elsewhere.example.com")]
    [InlineData("Content-Length", "0")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("X-Amz-Date", "20200101T000000Z")]
    [InlineData("X-Amz-Security-Token", "another")]
    public Task A_header_more_than_was_signed_changes_nothing_for_the_better(string name, string? value) => IsRefusedAsync(Signed(), request =>
        request.With(name, value ?? request.Header(name)!));

    [Theory]
    [InlineData("/?UserName=another")]
    [InlineData("/?Action=DeleteUser")]
    [InlineData("/%2f")]
    [InlineData("/%2e")]
    [InlineData("/bucket")]
    [InlineData("http://elsewhere.example.com/")]
    public Task A_target_other_than_the_signed_one_is_refused(string target) => IsRefusedAsync(Signed(), request => request with { Target = target });

    [Theory]
    [InlineData("&UserName=another")]
    [InlineData("&Path=/another/")]
    [InlineData(" ")]
    public Task A_body_longer_than_the_signed_one_is_refused(string more) => IsRefusedAsync(Signed(), request =>
        (request with { Body = [.. request.Body, .. Encoding.ASCII.GetBytes(more)] }).Replace("Content-Length", length => $"{int.Parse(length, null) + more.Length}"));

    [Theory]
    [InlineData("UNSIGNED-PAYLOAD")]
    [InlineData("STREAMING-UNSIGNED-PAYLOAD-TRAILER")]
    public Task No_header_unsigns_a_body_of_the_query_protocol(string hash)
    {
        var request = account.Root.Http.Sign(RawRequest.Form(Form).With("X-Amz-Content-Sha256", hash));
        return IsRefusedAsync(request, signed => signed with { Body = Encoding.ASCII.GetBytes(Form.Replace("signed", "sIGNED", StringComparison.Ordinal)) });
    }

    [Theory]
    [InlineData("AssumeRoleWithSAML&SAMLAssertion=assertion&PrincipalArn=arn:aws:iam::123456789012:saml-provider/any")]
    [InlineData("AssumeRoleWithWebIdentity&WebIdentityToken=token&RoleSessionName=session")]
    public async Task What_AWS_takes_unsigned_gives_nothing_for_a_made_up_token(string action)
    {
        var answer = await account.Server.Anonymous.Http.SendAsync(RawRequest.Form($"Action={action}&Version=2011-06-15&RoleArn={account.Arn("role/any")}"));
        Assert.InRange(answer.Status, 400, 499);
        Assert.DoesNotContain("SecretAccessKey", answer.Body, StringComparison.Ordinal);
    }

    private RawRequest Signed() => account.Root.Http.Sign(RawRequest.Form(Form));

    private async Task IsRefusedAsync(RawRequest signed, Func<RawRequest, RawRequest> alter)
    {
        Assert.InRange((await account.Root.Http.SendAsync(alter(signed))).Status, 400, 499);
        Assert.Empty((await account.Root.Iam.CallAsync("ListUsers")).List("Users"));
    }
}
