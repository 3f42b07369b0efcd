namespace Claviger.Aws.Tests;

public sealed class S3SignatureTests
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("/a/../b//c")]
    [InlineData("/bucket/key%20with%2Fslash%C3%A9~")]
    [InlineData("/bucket/./.")]
    public void A_key_is_signed_as_it_is(string path) => Assert.Null(Signatures.Check(Signed("GET", path), Signatures.S3, Signatures.Now));

    [Fact]
    public void Two_spellings_of_one_key_have_one_signature()
    {
        var request = Signed("GET", "/bucket/a%7Eb%28c%29");

        Assert.Null(Signatures.Check(request with { RawTarget = "/bucket/a~b(c)" }, Signatures.S3, Signatures.Now));
        Assert.NotNull(Signatures.Check(request with { RawTarget = "/bucket/./a~b(c)" }, Signatures.S3, Signatures.Now));
    }

    [Fact]
    public void An_Authorization_header_that_is_empty_signs_nothing()
    {
        var request = Signatures.Request("GET", "/bucket/a", "", ("Host", "h"), ("Authorization", ""));

        Assert.False(SigV4Reader.IsSigned(in request));
        request = Signatures.Request("GET", "/bucket/a", "", ("Host", "h"), ("Authorization", "AWS a:b"));
        Assert.True(SigV4Reader.IsSigned(in request));
    }

    [Fact]
    public void The_published_presigned_request_of_S3_is_valid_for_a_day()
    {
        const string Target = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        var request = Signatures.Request("GET", Target, "", ("Host", "examplebucket.s3.amazonaws.com"));
        var signedAt = Signatures.Time("20130524T000000Z");
        const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

        Assert.Null(Signatures.Check(request, Signatures.S3, signedAt.AddDays(1), Secret));
        Refuses(request, signedAt.AddDays(1).AddSeconds(1), "AccessDenied", 403, "Request has expired");
        Refuses(request, signedAt.AddMinutes(-16), "AccessDenied", 403, "Request is not yet valid");
    }

    [Theory]
    [InlineData("604800", null)]
    [InlineData("604801", "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds")]
    [InlineData("0", "X-Amz-Expires must be non-negative")]
    [InlineData("-1", "X-Amz-Expires must be non-negative")]
    [InlineData("99999999999999999999", "X-Amz-Expires should be a number")]
    [InlineData("an hour", "X-Amz-Expires should be a number")]
    public void A_presigned_request_lives_from_a_second_to_a_week(string expires, string? message)
    {
        var target = Signer().Presign("GET", "/b/k", Host(), default, Signatures.Now, TimeSpan.FromSeconds(604800));
        var request = Signatures.Request(
            "GET", target.Replace("X-Amz-Expires=604800", $"X-Amz-Expires={Uri.EscapeDataString(expires)}", StringComparison.Ordinal), "", ("Host", "h"));

        if (message is null)
        {
            Assert.Null(Signatures.Check(request, Signatures.S3, Signatures.Now));
        }
        else
        {
            Refuses(request, Signatures.Now, "AuthorizationQueryParametersError", 400, message);
        }
    }

    [Fact]
    public void A_request_without_the_hash_of_its_payload_is_refused()
    {
        var request = Signatures.Request(
            "GET",
            "/",
            "",
            ("Host", "h"),
            ("X-Amz-Date", Signatures.Date),
            ("Authorization", $"AWS4-HMAC-SHA256 Credential=a/20150830/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature={EmptyHash}"));

        Refuses(request, Signatures.Now, "InvalidRequest", 400, "Missing required header for this request: x-amz-content-sha256");
    }

    [Fact]
    public void A_payload_declared_in_a_form_that_is_unknown_is_refused()
    {
        var headers = Host().Add("x-amz-content-sha256", "sha256:abc");
        var request = Signatures.Request(
            "GET",
            "/",
            "",
            ("Host", "h"),
            ("X-Amz-Date", Signatures.Date),
            ("x-amz-content-sha256", headers["x-amz-content-sha256"].Single!),
            ("Authorization", $"AWS4-HMAC-SHA256 Credential=a/20150830/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature={EmptyHash}"));

        Assert.Equal("InvalidArgument", Signatures.Check(request, Signatures.S3, Signatures.Now)!.Code);
    }

    [Fact]
    public void A_header_of_S3_that_is_not_signed_is_refused()
    {
        var request = Signed("PUT", "/b/k");
        ((HeaderList)request.Headers).Add("x-amz-acl", "public-read");

        Refuses(request, Signatures.Now, "AccessDenied", 403, "There were headers present in the request which were not signed");
    }

    [Theory]
    [InlineData("Bearer token", "InvalidArgument", 400, "Unsupported Authorization Type")]
    [InlineData("AWS AKID:sig", "InvalidRequest", 400, "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=a", "AuthorizationHeaderMalformed", 400,
        "The authorization header is malformed; the authorization header requires three components: Credential, SignedHeaders, and Signature.")]
    public void What_is_signed_in_no_way_that_is_known_is_not_taken_for_anonymous(string header, string code, int status, string message)
    {
        var request = Signatures.Request("GET", "/", "", ("Host", "h"), ("X-Amz-Date", Signatures.Date), ("Authorization", header));

        Assert.True(SigV4Reader.IsSigned(in request));
        Refuses(request, Signatures.Now, code, status, message);
    }

    [Theory]
    [InlineData("/b/k?X-Amz-Signature=0")]
    [InlineData("/b/k?AWSAccessKeyId=a&Expires=1&Signature=b")]
    public void A_half_of_a_presigned_request_is_not_taken_for_anonymous(string target)
    {
        var request = Signatures.Request("GET", target, "", ("Host", "h"));

        Assert.True(SigV4Reader.IsSigned(in request));
        Assert.NotNull(Signatures.Check(request, Signatures.S3, Signatures.Now));
    }

    private static SigV4Signer Signer() => new(Signatures.AccessKeyId, Signatures.Secret, null, "us-east-1", Signatures.S3);

    private static HeaderList Host() => new HeaderList().Add("Host", "h");

    private static SignedRequest Signed(string method, string target)
    {
        var headers = Host();
        Signer().Sign(method, target, headers, default, Signatures.Now);
        return new SignedRequest(method, target, headers, default);
    }

    private static void Refuses(SignedRequest request, DateTimeOffset now, string code, int status, string message)
    {
        var error = Signatures.Check(request, Signatures.S3, now)!;
        Assert.Equal((code, status, message), (error.Code, error.HttpStatus, error.Message));
    }
}
