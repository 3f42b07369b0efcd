namespace Claviger.Policy.Tests;

public sealed class OtherPolicyTests
{
    private const string ControlPolicy = "The provided policy document does not meet the requirements of the specified policy type.";

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}""")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"sqs:*"}""")]
    [InlineData("""{"Sid":"any thing","Effect":"Allow","Principal":{"CanonicalUser":"79a59df900b949e5"},"Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"k":"${not closed"}}}""")]
    public void A_resource_policy_may_be_so(string statement) => Assert.Null(Validate(statement, PolicyKind.Resource));

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", "Missing required field Principal")]
    [InlineData("""{"Effect":"Allow","Principal":{"Other":"x"},"Action":"s3:GetObject","Resource":"*"}""", "Syntax errors in policy.")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Resource":"*"}""", "Policy statement must contain actions.")]
    public void A_resource_policy_may_not_be_so(string statement, string message) =>
        Assert.Equal(message, Validate(statement, PolicyKind.Resource)?.Message);

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","NotResource":"arn:aws:s3:::b","Condition":{"StringEquals":{"aws:PrincipalTag/a":"b"}}}""")]
    public void A_service_control_policy_may_be_so(string statement) => Assert.Null(Validate(statement, PolicyKind.ServiceControl));

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3"}""")]
    [InlineData("""{"Effect":"Deny","Action":"*"}""")]
    public void A_service_control_policy_may_not_be_so(string statement) =>
        Assert.Equal(ControlPolicy, Validate(statement, PolicyKind.ServiceControl)?.Message);

    [Fact]
    public void A_resource_control_policy_denies_everybody_named_actions() =>
        Assert.Null(Validate("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}""", PolicyKind.ResourceControl));

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","NotAction":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s*"}""")]
    public void A_resource_control_policy_may_not_be_so(string statement) =>
        Assert.Equal(ControlPolicy, Validate(statement, PolicyKind.ResourceControl)?.Message);

    [Theory]
    [InlineData(PolicyKind.Identity, "")]
    [InlineData(PolicyKind.Boundary, "")]
    [InlineData(PolicyKind.Session, "")]
    [InlineData(PolicyKind.ServiceControl, "")]
    [InlineData(PolicyKind.ResourceControl, "\"Principal\":\"*\",")]
    [InlineData(PolicyKind.Resource, "\"Principal\":\"*\",")]
    [InlineData(PolicyKind.Endpoint, "\"Principal\":\"*\",")]
    public void No_policy_is_saved_with_an_operator_that_does_not_exist(PolicyKind kind, string principal)
    {
        var deny = $$"""{"Effect":"Deny",{{principal}}"Action":"s3:*","Resource":"*","Condition":{"StringMatches":{"k":"v"} } }""";

        Assert.NotNull(Validate(deny, kind));
        Assert.Null(Validate(deny.Replace("StringMatches", "StringLike", StringComparison.Ordinal), kind));
    }

    [Fact]
    public void No_trust_policy_is_saved_with_an_operator_that_does_not_exist() =>
        Assert.NotNull(Validate(
            """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Condition":{"StringMatches":{"k":"v"}}}""", PolicyKind.Trust));

    private static PolicyError? Validate(string statements, PolicyKind kind) =>
        PolicyValidator.Validate($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""", kind);
}
