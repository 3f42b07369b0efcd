using System.Text.Json;

namespace Claviger.Policy.Tests;

public sealed class CaseEvaluatorTests
{
    [Fact]
    public void A_case_comes_out_with_its_verdict()
    {
        var output = CaseEvaluator.Evaluate("""
            {"id":"a","request":{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::b/k","resourceAccountId":"111122223333"},
             "identityPolicies":[{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}],"expected":"Allowed"}
            """);

        Assert.Equal(
            """{"id":"a","verdict":"ExplicitlyDenied","decidingKind":"Identity","denyingKinds":["Identity"],"denyingPolicy":"identityPolicies[0]","expected":"Allowed","asExpected":false}""",
            output);
    }

    [Theory]
    [InlineData("\"id\":7,", "7")]
    [InlineData("", "")]
    [InlineData("\"id\":null,", "")]
    public void An_id_is_whatever_the_case_goes_by(string id, string read) =>
        Assert.Equal(read, DecisionCase.Parse($$"""{{{id}}"request":{"action":"x:Do","resource":"*"} }""").Id);

    [Theory]
    [InlineData("no JSON", null)]
    [InlineData("[]", null)]
    [InlineData("""{"id":7}""", null)]
    [InlineData("""{"id":"a"}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do"}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":7,"resource":"*"}}""", "a")]
    [InlineData("""{"id":"a","request":{"principal":"arn:aws:iam::111122223333:group/x","action":"x:Do","resource":"*"}}""", "a")]
    [InlineData("""{"id":"a","request":{"principal":"arn:aws:iam::1:user/x","action":"x:Do","resource":"*"}}""", "a")]
    [InlineData("""{"id":"a","request":{"principal":"arn:aws:sts::111122223333:assumed-role/R","action":"x:Do","resource":"*"}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*","resourceAccountId":"1"}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*","context":{"k":{}}}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*","context":{"k":[null]}}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*","wildcardOnlyAction":"no"}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*"},"scps":[{}]}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*"},"scps":{}}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*"},"expected":"Yes"}""", "a")]
    [InlineData("""{"id":"a","request":{"action":"x:Do","resource":"*"},"expectedKind":"9"}""", "a")]
    public void A_line_that_is_no_case_comes_out_as_an_error(string line, string? id)
    {
        using var output = JsonDocument.Parse(CaseEvaluator.Evaluate(line));

        Assert.Equal(id, output.RootElement.GetProperty("id").GetString());
        Assert.NotEmpty(output.RootElement.GetProperty("error").GetString()!);
        Assert.False(output.RootElement.TryGetProperty("verdict", out _));
    }
}
