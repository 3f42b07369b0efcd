using System.Text;

namespace Claviger.Aws.Tests;

public sealed class PostPolicyTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static string Whole => """
        {"expiration": "2026-11-24T12:30:00.000Z", "conditions": [
          {"bucket": "photos"}, ["starts-with", "$key", "user/eric/"], {"acl": "private"}, ["eq", "$Content-Type", "image/png"],
          ["starts-with", "$x-amz-meta-tag", ""], ["content-length-range", 1, 1048576], {"x-amz-algorithm": "AWS4-HMAC-SHA256"}
        ]}
        """;

    [Fact]
    public void A_form_that_is_as_it_says_is_let_through()
    {
        PostPolicy policy = Parse(Whole);
        policy.Demand("photos", Fields(), s_now);
        Assert.Equal((1L, 1_048_576L), (policy.Least, policy.Most));
    }

    [Theory]
    [InlineData("key", "user/erica/1.png", "Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$key\", \"user/eric/\"]")]
    [InlineData("acl", "public-read", "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$acl\", \"private\"]")]
    [InlineData("Content-Type", "text/html", "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$Content-Type\", \"image/png\"]")]
    [InlineData("x-amz-meta-other", "1", "Invalid according to Policy: Extra input fields: x-amz-meta-other")]
    public void A_form_that_isnt_is_refused(string field, string value, string message)
    {
        AwsError error = Assert.Throws<AwsError>(() => Parse(Whole).Demand("photos", Fields((field, value)), s_now));
        Assert.Equal(("AccessDenied", 403, message), (error.Code, error.HttpStatus, error.Message));
    }

    [Fact]
    public void Another_bucket_and_a_later_time_are_refused()
    {
        Assert.Contains("$bucket", Assert.Throws<AwsError>(() => Parse(Whole).Demand("others", Fields(), s_now)).Message, StringComparison.Ordinal);
        AwsError late = Assert.Throws<AwsError>(() => Parse(Whole).Demand("photos", Fields(), s_now.AddMinutes(30)));
        Assert.Equal("Invalid according to Policy: Policy expired.", late.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z"}""")]
    [InlineData("""{"expiration": "tomorrow", "conditions": []}""")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z", "conditions": [["like", "$key", "a"]]}""")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z", "conditions": [["eq", "key", "a"]]}""")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z", "conditions": [["eq", "$key"]]}""")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z", "conditions": [{"a": "1", "b": "2"}]}""")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z", "conditions": [["content-length-range", "x", 3]]}""")]
    [InlineData("""{"expiration": "2026-11-24T12:30:00Z", "conditions": ["bucket"]}""")]
    public void What_isnt_understood_is_refused(string document) =>
        Assert.Equal("InvalidPolicyDocument", Assert.Throws<AwsError>(() => Parse(document)).Code);

    [Fact]
    public void The_published_signature_of_a_form_is_right()
    {
        FormFields fields = Fields();
        fields = Published(fields);
        FormSignature signature = FormSignature.Read(fields)!;

        Assert.Null(signature.Verify(new SigningSecret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")));
        Assert.Equal("SignatureDoesNotMatch", signature.Verify(new SigningSecret("another"))!.Code);
    }

    private static FormFields Published(FormFields fields)
    {
        // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html, whose lines end as they would in a file of Windows.
        string policy = string.Join("\r\n",
            "{ \"expiration\": \"2015-12-30T12:00:00.000Z\",",
            "  \"conditions\": [",
            "    {\"bucket\": \"sigv4examplebucket\"},",
            "    [\"starts-with\", \"$key\", \"user/user1/\"],",
            "    {\"acl\": \"public-read\"},",
            "    {\"success_action_redirect\": \"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html\"},",
            "    [\"starts-with\", \"$Content-Type\", \"image/\"],",
            "    {\"x-amz-meta-uuid\": \"14365123651274\"},",
            "    {\"x-amz-server-side-encryption\": \"AES256\"},",
            "    [\"starts-with\", \"$x-amz-meta-tag\", \"\"],",
            "",
            "    {\"x-amz-credential\": \"AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request\"},",
            "    {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"},",
            "    {\"x-amz-date\": \"20151229T000000Z\" }",
            "  ]",
            "}");
        fields.Add("policy", Convert.ToBase64String(Encoding.ASCII.GetBytes(policy)));
        fields.Add("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request");
        fields.Add("x-amz-date", "20151229T000000Z");
        fields.Add("x-amz-signature", "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
        return fields;
    }

    private static PostPolicy Parse(string document) => PostPolicy.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(document)));

    private static FormFields Fields(params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["key"] = "user/eric/1.png",
            ["acl"] = "private",
            ["Content-Type"] = "image/png",
            ["x-amz-meta-tag"] = "anything",
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256",
            ["x-ignore-me"] = "1",
        };
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        var form = new FormFields();
        foreach (var (name, value) in fields)
        {
            form.Add(name, value);
        }

        return form;
    }
}
