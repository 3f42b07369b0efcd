using System.Buffers;
using System.Text;
using Claviger.Aws.Shapes.Iam;
using Claviger.Aws.Shapes.Sts;

namespace Claviger.Aws.Tests;

/// <summary>Operations that are newer than the botocore of today's distributions, and have what no older one has.</summary>
public sealed class NewestOperationsTests
{
    [Fact]
    public void AcquireRole_reads_a_map_of_structures()
    {
        AcquireRoleRequest request = AcquireRoleRequest.Operation.Bind(Content(
            "TemplateArn=arn:aws:iam::aws:role-template/x&TemplateMinorVersion=3"
            + "&ReplacementValues.entry.1.key=bucket&ReplacementValues.entry.1.value.Values.member.1=a&ReplacementValues.entry.1.value.Values.member.2=b"
            + "&ReplacementValues.entry.2.key=region&ReplacementValues.entry.2.value.Values.member.1=c"));

        Assert.Equal(3, request.TemplateMinorVersion);
        Assert.Equal(["a", "b"], request.ReplacementValues!["bucket"].Values);
        Assert.Equal(["c"], request.ReplacementValues["region"].Values);
    }

    [Fact]
    public void AcquireRole_validates_the_values_of_a_map()
    {
        AwsError error = Assert.Throws<AwsError>(() => AcquireRoleRequest.Operation.Validate(new AcquireRoleRequest
        {
            TemplateArn = "arn:aws:iam::aws:role-template/x",
            ReplacementValues = new Dictionary<string, ReplacementValueEntryShape> { ["bucket"] = new() },
        }));

        Assert.Equal(
            "1 validation error detected: Value at 'replacementValues.bucket.member.values' failed to satisfy constraint: Member must not be null",
            error.Message);
    }

    [Fact]
    public void PutAccountProperties_reads_a_map_and_GetAccountProperties_writes_it()
    {
        PutAccountPropertiesRequest request = PutAccountPropertiesRequest.Operation.Bind(
            Content("Properties.entry.1.key=a%2Fb&Properties.entry.1.value=%3C1%3E"));
        var output = new ArrayBufferWriter<byte>();

        new GetAccountPropertiesResponse { Properties = request.Properties }.Write(new ResponseXml(output));

        Assert.Equal("<1>", request.Properties["a/b"]);
        Assert.Equal(
            "<Properties><entry><key>a/b</key><value>&lt;1&gt;</value></entry></Properties>", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void GetWebIdentityToken_takes_one_to_ten_audiences()
    {
        Assert.Equal(["https://a"], GetWebIdentityTokenRequest.Operation.Bind(Content("Audience.member.1=https://a&SigningAlgorithm=RS256")).Audience);
        AwsError error = Assert.Throws<AwsError>(() => GetWebIdentityTokenRequest.Operation.Bind(Content("Audience=&SigningAlgorithm=RS256")));
        Assert.Equal(
            "1 validation error detected: Value '[]' at 'audience' failed to satisfy constraint: Member must have length greater than or equal to 1",
            error.Message);
    }

    private static RequestContent Content(string form) => new() { Parameters = QueryParameters.Parse([], Encoding.UTF8.GetBytes(form)) };
}
