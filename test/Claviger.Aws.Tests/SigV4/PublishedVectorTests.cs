namespace Claviger.Aws.Tests;

public sealed class PublishedVectorTests
{
    private const string Scope = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
    private static readonly SigningRules Rules = new("service", SignatureErrors.Query);

    public static TheoryData<string> InHeader => [.. PublishedVectors.InHeader.Select(static vector => vector.Name)];

    public static TheoryData<string> InQuery => [.. PublishedVectors.InQuery.Select(static vector => vector.Name)];

    [Theory]
    [MemberData(nameof(InHeader))]
    public void A_signature_in_the_header_is_the_published_one(string name)
    {
        var vector = PublishedVectors.InHeader.Single(vector => vector.Name == name);
        var request = Signed(vector, vector.Signature);

        Assert.Null(Signatures.Check(request, Rules, Signatures.Now));
    }

    [Theory]
    [MemberData(nameof(InHeader))]
    public void Another_signature_in_the_header_is_refused(string name)
    {
        var vector = PublishedVectors.InHeader.Single(vector => vector.Name == name);
        var request = Signed(vector, vector.Signature[..^1] + (vector.Signature[^1] == '0' ? '1' : '0'));

        Assert.Equal("SignatureDoesNotMatch", Signatures.Check(request, Rules, Signatures.Now)?.Code);
    }

    [Theory]
    [MemberData(nameof(InQuery))]
    public void A_signature_in_the_query_is_the_published_one(string name)
    {
        var vector = PublishedVectors.InQuery.Single(vector => vector.Name == name);
        var target = $"{vector.Target}X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString(Scope)}&X-Amz-Date={Signatures.Date}"
            + $"&X-Amz-SignedHeaders={Uri.EscapeDataString(vector.SignedHeaders("host"))}&X-Amz-Expires=3600&X-Amz-Signature={vector.Signature}";
        var request = Signatures.Request(vector.Method, target, vector.Body, [("Host", "example.amazonaws.com"), .. vector.Headers]);

        Assert.Null(Signatures.Check(request, Rules, Signatures.Now));
    }

    private static SignedRequest Signed(PublishedVectors.Vector vector, string signature) => Signatures.Request(
        vector.Method,
        vector.Target,
        vector.Body,
        [
            ("Host", "example.amazonaws.com"),
            .. vector.Headers,
            ("X-Amz-Date", Signatures.Date),
            ("Authorization", $"AWS4-HMAC-SHA256 Credential={Scope}, SignedHeaders={vector.SignedHeaders("host", "x-amz-date")}, Signature={signature}"),
        ]);
}
