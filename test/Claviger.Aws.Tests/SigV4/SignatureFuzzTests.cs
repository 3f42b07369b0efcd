using CsCheck;

namespace Claviger.Aws.Tests;

public sealed class SignatureFuzzTests
{
    private const int Runs = 20_000;

    private static readonly Gen<string> s_part = Gen.OneOf(
        Gen.OneOf(
            "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256", "AWS", "Credential=", "Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request",
            "SignedHeaders=", "SignedHeaders=host;x-amz-date", "Signature=", "Signature=00", " ", ",", "=", "/", ";", "host", "x-amz-date"),
        Gen.String[Gen.Char["aZ0/;=, \t%é日"], 0, 6]);

    private static readonly Gen<string> s_header = s_part.Array[0, 12].Select(string.Concat);

    private static readonly Gen<string> s_query = Gen.OneOf(
        Gen.OneOf(
            "X-Amz-Algorithm=AWS4-HMAC-SHA256", "X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fiam%2Faws4_request", "X-Amz-Date=20150830T123600Z",
            "X-Amz-Expires=60", "X-Amz-Expires=-1", "X-Amz-SignedHeaders=host", "X-Amz-Signature=00", "X-Amz-Security-Token=", "AWSAccessKeyId=a", "X-Amz-"),
        Gen.String[Gen.Char["aZ0/;=&%+é"], 0, 8]).Array[0, 12].Select(static parts => string.Join('&', parts));

    private static readonly Gen<string> s_path = Gen.OneOf("", "/", "//", "/../..", "/a/./%2e", "*", "http://host", "http://host/a/..", "http://host?a", "/%", "/%zz%4");

    private static readonly Gen<string> s_date = Gen.OneOf("20150830T123600Z", "20159930T123600Z", "Sun, 30 Aug 2015 12:36:00 GMT", "", "2015", "20150830T123660Z");

    [Fact]
    public void Any_request_is_verified_or_refused() => Gen.Select(s_header, s_query, s_path, s_date, Gen.Bool).Sample((header, query, path, date, forObjects) =>
    {
        var headers = new HeaderList().Add("Host", "example.amazonaws.com").Add("X-Amz-Date", date);
        if (header.Length > 0)
        {
            headers.Add("Authorization", header);
        }

        var request = new SignedRequest("GET", Signatures.Wire($"{path}?{query}"), headers, default);
        SigV4Reader.TryReadScope(in request, out _, out _);
        Assert.NotNull(Signatures.Check(request, forObjects ? Signatures.S3 : Signatures.Iam, Signatures.Now));
    }, iter: Runs);

    public static TheoryData<string> Floods =>
    [
        new string('&', 32_000),
        string.Concat(Enumerable.Repeat("a&", 16_000)),
        string.Concat(Enumerable.Range(0, 6_000).Select(static i => $"{6_000 - i:x}&")),
        new string('%', 32_000),
        new string('=', 32_000),
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20150830T123600Z&X-Amz-Signature=0&X-Amz-Credential=a/20150830/us-east-1/iam/aws4_request&X-Amz-SignedHeaders=host"
            + string.Concat(Enumerable.Repeat(";host", 6_000)),
    ];

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_query_that_is_all_separators_or_names_is_refused_like_any_other(string query)
    {
        var headers = new HeaderList().Add("Host", "example.amazonaws.com").Add("X-Amz-Date", Signatures.Date);
        if (!query.Contains("X-Amz", StringComparison.Ordinal))
        {
            headers.Add(
                "Authorization",
                $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}");
        }

        Assert.NotNull(Signatures.Check(new SignedRequest("GET", "/?" + query, headers, default), Signatures.Iam, Signatures.Now));
    }
}
