namespace Claviger.Policy.Tests;

public sealed class TrustPolicyTests
{
    private const string Ec2 = """
        "Principal":{"Service":"ec2.amazonaws.com"}
        """;

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"sts:AssumeRole"}""", "Missing required field Principal")]
    [InlineData("""{"Effect":"Allow","Principal":{},"Action":"sts:AssumeRole"}""", "Missing required field Principal cannot be empty!")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":[]},"Action":"sts:AssumeRole"}""", "Missing required field Principal cannot be empty!")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"AWS":"*"},"Action":"sts:AssumeRole"}""", "Allow with NotPrincipal is not allowed.")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"*"},"Action":"sts:AssumeRole"}""", "AssumeRole policy must not contain NotPrincipal field.")]
    [InlineData("{" + Ec2 + ""","Action":"sts:AssumeRole"}""", "Missing required field Effect")]
    [InlineData("""{"Effect":"allow",""" + Ec2 + ""","Action":"sts:AssumeRole"}""", "Invalid effect: allow")]
    [InlineData("""{"Effect":"Allow",""" + Ec2 + "}", "Missing required field Action")]
    [InlineData("""{"Effect":"Allow",""" + Ec2 + ""","Action":"s3:GetObject"}""", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData("""{"Effect":"Allow",""" + Ec2 + ""","Action":"*"}""", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData("""{"Effect":"Allow",""" + Ec2 + ""","Action":"sts:AssumeRole","Resource":"*"}""", "Has prohibited field Resource")]
    [InlineData("""{"Effect":"Allow",""" + Ec2 + ""","Action":"sts:AssumeRole","NotResource":"*"}""", "AssumeRole policy must not contain resources.")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/*"},"Action":"sts:AssumeRole"}""", """Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/*" """)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:group/x"},"Action":"sts:AssumeRole"}""", """Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:group/x" """)]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"ec2"},"Action":"sts:AssumeRole"}""", """Invalid principal in policy: "SERVICE":"ec2" """)]
    [InlineData("""{"Effect":"Allow","Principal":"somebody","Action":"sts:AssumeRole"}""", "Syntax errors in policy.")]
    public void Refuses_a_statement(string statement, string message) =>
        Assert.Equal(message.TrimEnd(), Validate(statement)?.Message);

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:root","AROAEXAMPLEEXAMPLE123"]},"Action":"sts:*"}""")]
    [InlineData("""{"Sid":"with spaces","Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/a.example/b"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],"Condition":{"StringEquals":{"a.example/b:aud":"x"}}}""")]
    public void Takes_a_statement(string statement) => Assert.Null(Validate(statement));

    [Theory]
    [InlineData("{", "This policy contains invalid Json")]
    [InlineData("""{"Version":"x","Statement":[]}""", "The policy must contain a valid version string")]
    [InlineData("""{"Version":"2012-10-17"}""", "Could not parse the policy: Statement is empty!")]
    public void Refuses_a_document(string json, string message) =>
        Assert.Equal(message, PolicyValidator.Validate(json, PolicyKind.Trust)?.Message);

    [Fact]
    public void An_old_version_or_none_is_taken()
    {
        const string Statement = """{"Effect":"Allow",""" + Ec2 + ""","Action":"sts:AssumeRole"}""";

        Assert.Null(PolicyValidator.Validate($$"""{"Version":"2008-10-17","Statement":{{Statement}}}""", PolicyKind.Trust));
        Assert.Null(PolicyValidator.Validate($$"""{"Statement":{{Statement}}}""", PolicyKind.Trust));
    }

    [Fact]
    public void Refuses_a_sid_that_occurs_twice()
    {
        const string Statement = """{"Sid":"a","Effect":"Allow",""" + Ec2 + ""","Action":"sts:AssumeRole"}""";

        Assert.Equal("The Statement Ids in the policy are not unique", Validate($"{Statement},{Statement}")?.Message);
    }

    private static PolicyError? Validate(string statements) =>
        PolicyValidator.Validate($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""", PolicyKind.Trust);
}
