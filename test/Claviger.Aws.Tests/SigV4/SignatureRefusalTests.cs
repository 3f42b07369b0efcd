using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws.Tests;

public sealed class SignatureRefusalTests
{
    private const string Credential = "AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request";
    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string Unmatched = $"AWS4-HMAC-SHA256 Credential={Credential}, SignedHeaders=host, Signature={Zeros}";

    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    [Fact]
    public void An_unsigned_request() => Refuses(
        Signatures.Request("POST", "/", "Action=ListUsers", ("Host", "h")),
        "MissingAuthenticationToken", 403, "Request is missing Authentication Token");

    [Theory]
    [InlineData("Basic dTpw")]
    [InlineData("Bearer token")]
    [InlineData("")]
    public void An_Authorization_header_of_another_scheme(string header) =>
        Refuses(WithHeader(header), "MissingAuthenticationToken", 403, "Request is missing Authentication Token");

    [Fact]
    public void A_header_without_any_part() => Refuses(
        Signatures.Request("GET", "/", "", ("Host", "h"), ("Authorization", "AWS4-HMAC-SHA256")),
        "IncompleteSignature",
        400,
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. "
        + "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
        + $"(Hashed with SHA-256 and encoded with Base64) Authorization={Hash("AWS4-HMAC-SHA256")}");

    [Fact]
    public void A_header_without_a_date() => Refuses(
        Signatures.Request("GET", "/", "", ("Host", "h"), ("Authorization", Unmatched)),
        "IncompleteSignature",
        400,
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
        + $"(Hashed with SHA-256 and encoded with Base64) Authorization={Hash(Unmatched)}");

    [Fact]
    public void A_part_without_an_equals_sign_without_repeating_it()
    {
        string header = $"AWS4-HMAC-SHA256 Credential= {Credential}, SignedHeaders=host, Signature={Zeros}";
        Refuses(
            WithHeader(header),
            "IncompleteSignature",
            400,
            $"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '{Hash(header)}'.");
    }

    [Theory]
    [InlineData("AWS4-ECDSA-P256-SHA256")]
    [InlineData("AWS4-HMAC-SHA512")]
    public void Another_algorithm(string algorithm) => Refuses(
        WithHeader($"{algorithm} Credential={Credential}, SignedHeaders=host, Signature={Zeros}"),
        "IncompleteSignature", 400, $"Unsupported AWS 'algorithm': '{algorithm}' (only AWS4-HMAC-SHA256 for now). ");

    [Fact]
    public void Signature_version_2_in_the_header() => Refuses(
        WithHeader("AWS AKIDEXAMPLE:c2lnbmF0dXJl"), "IncompleteSignature", 400, "Unsupported AWS 'algorithm': 'AWS' (only AWS4-HMAC-SHA256 for now). ");

    [Theory]
    [InlineData("/?Action=ListUsers&AWSAccessKeyId=AKIDEXAMPLE&SignatureMethod=HmacSHA256&SignatureVersion=2&Signature=x", "")]
    [InlineData("/", "Action=ListUsers&AWSAccessKeyId=AKIDEXAMPLE&SignatureMethod=HmacSHA256&SignatureVersion=2&Signature=x")]
    public void Signature_version_2_in_the_parameters(string target, string body) => Refuses(
        Signatures.Request("POST", target, body, ("Host", "h")),
        "IncompleteSignature", 400, "Unsupported AWS 'algorithm': 'HmacSHA256' (only AWS4-HMAC-SHA256 for now). ");

    [Fact]
    public void Signed_in_header_and_query() => Refuses(
        Signatures.Request("GET", "/?X-Amz-Algorithm=AWS4-HMAC-SHA256", "", ("Host", "h"), ("Authorization", "AWS4-HMAC-SHA256")),
        "SignatureDoesNotMatch", 403, "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");

    [Fact]
    public void Parameters_missing_from_a_presigned_request() => Refuses(
        Signatures.Request("GET", "/?X-Amz-Algorithm=", "", ("Host", "h")),
        "IncompleteSignature",
        400,
        "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters must include 'X-Amz-Credential'. "
        + "AWS query-string parameters must include 'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. "
        + "AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.");

    [Theory]
    [InlineData("201")]
    [InlineData("20150830T123600")]
    [InlineData("20150230T123600Z")]
    public void A_date_of_another_form(string date) => Refuses(
        WithHeader(Unmatched, date),
        "IncompleteSignature", 400, $"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");

    [Fact]
    public void Signed_too_long_ago() => Refuses(
        WithHeader(Unmatched, "20150830T122059Z"),
        "SignatureDoesNotMatch", 403, "Signature expired: 20150830T122059Z is now earlier than 20150830T122100Z (20150830T123600Z - 15 min.)");

    [Fact]
    public void Signed_in_the_future() => Refuses(
        WithHeader(Unmatched, "20150830T125101Z"),
        "SignatureDoesNotMatch", 403, "Signature not yet current: 20150830T125101Z is still later than 20150830T125100Z (20150830T123600Z + 15 min.)");

    [Fact]
    public void The_host_not_signed() => Refuses(
        WithHeader($"AWS4-HMAC-SHA256 Credential={Credential}, SignedHeaders=x-amz-date, Signature={Zeros}"),
        "SignatureDoesNotMatch", 403, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

    [Fact]
    public void A_signed_header_that_is_not_in_the_request() => Refuses(
        WithHeader($"AWS4-HMAC-SHA256 Credential={Credential}, SignedHeaders=accept;host;x-amz-date, Signature={Zeros}"),
        "IncompleteSignature", 400, "'accept' is named as a SignedHeader, but it does not exist in the HTTP request.");

    [Theory]
    [InlineData("a/b/c/d")]
    [InlineData("AKIDEXAMPLE")]
    [InlineData("a/b/c/d/e/f")]
    public void A_credential_of_another_form(string credential) => Refuses(
        WithHeader($"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature={Zeros}"),
        "IncompleteSignature", 400, $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");

    [Theory]
    [InlineData("a/20150830/us-east-1/sts/aws4_request", "Credential should be scoped to correct service: 'iam'. ")]
    [InlineData("a/20150830//iam/aws4_request", "Credential should be scoped to a valid region, not ''. ")]
    [InlineData("a/20150830/US-EAST-1/iam/aws4_request", "Credential should be scoped to a valid region, not 'US-EAST-1'. ")]
    [InlineData("a/20150830/us-east-1/iam/e", "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. ")]
    [InlineData(
        "a/b/C/d/e",
        "Credential should be scoped to a valid region, not 'C'. Credential should be scoped to correct service: 'iam'. "
        + "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. "
        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'b' != '20150830', from '20150830T123600Z'.")]
    public void A_scope_that_is_not_the_requests(string credential, string message) => Refuses(
        WithHeader($"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature={Zeros}"), "SignatureDoesNotMatch", 403, message);

    [Theory]
    [InlineData(Zeros)]
    [InlineData("0")]
    [InlineData("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    public void A_signature_that_is_wrong(string signature) => Refuses(
        WithHeader($"AWS4-HMAC-SHA256 Credential={Credential}, SignedHeaders=host, Signature={signature}"), "SignatureDoesNotMatch", 403, Mismatch);

    [Fact]
    public void Two_Authorization_headers() => Assert.Equal("SignatureDoesNotMatch", Check(
        Signatures.Request("GET", "/", "", ("Host", "h"), ("Authorization", "AWS4-HMAC-SHA256 a"), ("Authorization", "AWS4-HMAC-SHA256 b")))!.Code);

    private static SignedRequest WithHeader(string authorization, string date = Signatures.Date) =>
        Signatures.Request("GET", "/", "", ("Host", "h"), ("X-Amz-Date", date), ("Authorization", authorization));

    private static AwsError? Check(SignedRequest request) => Signatures.Check(request, Signatures.Iam, Signatures.Now);

    private static string Hash(string header) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(header)));

    private static void Refuses(SignedRequest request, string code, int status, string message)
    {
        var error = Check(request)!;
        Assert.Equal((code, status, message), (error.Code, error.HttpStatus, error.Message));
    }
}
