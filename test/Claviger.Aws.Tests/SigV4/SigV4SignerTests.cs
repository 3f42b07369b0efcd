using System.Text;

namespace Claviger.Aws.Tests;

public sealed class SigV4SignerTests
{
    private static readonly byte[] s_body = "Action=ListUsers&Version=2010-05-08"u8.ToArray();

    [Fact]
    public void What_it_signs_verifies() => Assert.Null(Signatures.Check(Signed(null), Signatures.Iam, Signatures.Now));

    [Fact]
    public void What_it_presigns_verifies_for_a_quarter_of_an_hour_whatever_it_says()
    {
        var headers = new HeaderList().Add("Host", "localhost:4566");
        string target = Signer("To/ke+n=").Presign("GET", "/?Action=GetCallerIdentity", headers, default, Signatures.Now, TimeSpan.FromSeconds(60));
        var request = new SignedRequest("GET", target, headers, default);

        Assert.Null(Signatures.Check(request, Signatures.Iam, Signatures.Now.AddMinutes(15)));
        Assert.Equal(
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)",
            Signatures.Check(request, Signatures.Iam, Signatures.Now.AddSeconds(901))!.Message);
    }

    [Fact]
    public void The_session_token_is_signed_and_read_back()
    {
        var request = Signed("To/ke+n=");

        Assert.Null(SigV4Reader.Read(in request, Signatures.Iam, Signatures.Now, out var authorization));
        Assert.Equal("To/ke+n=", authorization.SecurityToken);
        Assert.Contains("x-amz-security-token", request.Headers["Authorization"].Single, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scope_is_read_without_a_check_of_anything_else()
    {
        var request = Signed(null);

        Assert.True(SigV4Reader.TryReadScope(in request, out string service, out string region));
        Assert.Equal(("iam", "eu-west-1"), (service, region));
        var unsigned = Signatures.Request("GET", "/", "", ("Host", "h"));
        Assert.False(SigV4Reader.TryReadScope(in unsigned, out _, out _));
    }

    [Fact]
    public void A_Date_header_in_the_form_of_HTTP_does_for_a_date()
    {
        var request = Signatures.Request(
            "GET",
            "/",
            "",
            ("Host", "example.amazonaws.com"),
            ("Date", "Sun, 30 Aug 2015 12:36:00 GMT"),
            ("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=date;host, Signature={new string('0', 64)}"));

        Assert.Null(SigV4Reader.Read(in request, Signatures.Iam, Signatures.Now, out _));
    }

    [Fact]
    public void A_secret_signs_for_more_scopes_than_it_keeps_keys_of()
    {
        var secret = new SigningSecret(Signatures.Secret);
        for (int i = 0; i < 40; i++)
        {
            var headers = new HeaderList().Add("Host", "h");
            new SigV4Signer("a", Signatures.Secret, null, $"region-{i % 25}", Signatures.Iam).Sign("GET", "/", headers, default, Signatures.Now);
            var request = new SignedRequest("GET", "/", headers, default);

            Assert.Null(SigV4Reader.Read(in request, Signatures.Iam, Signatures.Now, out var authorization));
            Assert.Null(SigV4Verifier.Verify(in request, in authorization, Signatures.Iam, secret));
        }
    }

    [Fact]
    public void Header_values_that_are_not_ASCII_are_signed_as_UTF_8()
    {
        var headers = new HeaderList().Add("Host", "h").Add("x-amz-meta-name", "Größe 日本");
        Signer(null).Sign("GET", "/", headers, default, Signatures.Now);

        Assert.Equal(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Größe 日本")), headers["x-amz-meta-name"].Single);
        Assert.Null(Signatures.Check(new SignedRequest("GET", "/", headers, default), Signatures.Iam, Signatures.Now));
    }

    [Fact]
    public void EC2_says_nothing_of_what_is_wrong()
    {
        var rules = new SigningRules("ec2", SignatureErrors.Ec2);
        var wrong = Signatures.Check(Signed(null), rules, Signatures.Now)!;
        var unsigned = Signatures.Check(Signatures.Request("POST", "/", "", ("Host", "h")), rules, Signatures.Now)!;
        var late = Signatures.Check(Signed(null), rules, Signatures.Now.AddHours(1))!;

        Assert.Equal(("AuthFailure", 401, "AWS was not able to validate the provided access credentials"), (wrong.Code, wrong.HttpStatus, wrong.Message));
        Assert.Equal(("MissingParameter", 400, "The request must contain the parameter AWSAccessKeyId"), (unsigned.Code, unsigned.HttpStatus, unsigned.Message));
        Assert.Equal(("RequestExpired", 400, "Request has expired."), (late.Code, late.HttpStatus, late.Message));
    }

    private static SigV4Signer Signer(string? token) => new(Signatures.AccessKeyId, Signatures.Secret, token, "eu-west-1", Signatures.Iam);

    private static SignedRequest Signed(string? token)
    {
        var headers = new HeaderList().Add("Host", "localhost:4566").Add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        Signer(token).Sign("POST", "/", headers, s_body, Signatures.Now);
        return new SignedRequest("POST", "/", headers, s_body);
    }
}
