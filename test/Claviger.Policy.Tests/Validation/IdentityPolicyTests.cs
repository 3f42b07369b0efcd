namespace Claviger.Policy.Tests;

public sealed class IdentityPolicyTests
{
    private const string Syntax = "Syntax errors in policy.";
    private const string Legacy = "The policy failed legacy parsing";

    [Theory]
    [InlineData("no JSON at all", Syntax)]
    [InlineData("", Syntax)]
    [InlineData("[]", Syntax)]
    [InlineData("""{"Version":"2012-10-17"}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Statement":["x"]}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}} x""", Syntax)]
    [InlineData("""{"Version":"2012-10-18","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Version":2012,"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Id":{},"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Name":"x","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"Ŀ:x","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2008-10-17","Statement":{"Effect":"allow","Action":"*","Resource":"*"}}""", "Policy document must be version 2012-10-17 or greater.")]
    public void Refuses_a_document(string json, string message) =>
        Assert.Equal(message, PolicyValidator.Validate(json, PolicyKind.Identity)?.Message);

    [Theory]
    [InlineData("""{"Action":"*","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Perhaps","Action":"*","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Extra":"x"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","action":"*","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Effect":"Allow","Action":"*","Resource":"*"}""", Syntax)]
    [InlineData("""{"Sid":7,"Effect":"Allow","Action":"*","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","NotAction":[],"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":{},"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":[["*"]],"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":["*",1]}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":"x"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":[]}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":"x"}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k":{}}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k":null}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringMatches":{"k":"v"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NullIfExists":{"k":"true"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ForAnyValue::StringEquals":{"k":"v"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k":"v","k":"w"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""", "Policy document should not specify a principal.")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"AWS":"*"},"Action":"*","Resource":"*"}""", "Policy document should not specify a principal.")]
    [InlineData("""{"Effect":"allow","Action":"*","Resource":"*"}""", Legacy)]
    [InlineData("""{"Effect":"DENY","Resource":"none"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:sqs::queue"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:sqs::queue"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws::queue"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws::::queue"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Resource":"arn:aws:sqs::queue"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:mars:s3:::b","Condition":{"DateEquals":{"k":"never"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThanIfExists":{"k":"2024-13"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":{"k":"2024-01-01T1:00:00+1"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":{"k":"2024-01-01T01:00:00.1234567890Z"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":{"k":"99999999999999999999"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k":"ten"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"k":"10.0.0"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k":"${a, b}"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/${}"}""", Legacy)]
    [InlineData("""{"Sid":"a b","Effect":"Allow","Action":"*","Resource":"*"}""", "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*")]
    [InlineData("""{"Effect":"Allow"}""", "Policy statement must contain actions.")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""", "Policy statement must contain actions.")]
    [InlineData("""{"Effect":"Allow","Action":"*"}""", "Policy statement must contain resources.")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":[]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Effect":"Allow","Action":"bad"}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Effect":"Allow","NotAction":"","Resource":"*"}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:Get:Object","Resource":"*"}""", "Actions/Condition can contain only one colon.")]
    [InlineData("""{"Effect":"Allow","Action":"s 3:GetObject","Resource":"*"}""", "Vendor s 3 is not valid")]
    [InlineData("""{"Effect":"Allow","Action":":GetObject","Resource":"*"}""", "Vendor  is not valid")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":""}""", "Resource  must be in ARN format or \"*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:Get:Object","Resource":"bucket"}""", "Resource bucket must be in ARN format or \"*\".")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":["*","bucket"]}""", "Resource bucket must be in ARN format or \"*\".")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"x:mars"}""", "Partition \"mars\" is not valid for resource \"arn:mars:*:*:*:*\".")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"x:mars:y"}""", "Partition \"mars\" is not valid for resource \"arn:mars:y:*:*:*\".")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:mars:a:b:c:d:e:f"}""", "Partition \"mars\" is not valid for resource \"arn:mars:a:b:c:d:e:f\".")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":["arn:mars:s3:::b","arn:aws:s3::b"]}""", "Partition \"mars\" is not valid for resource \"arn:mars:s3:::b\".")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws"}""", "Resource vendor must be fully qualified and cannot contain regexes.")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:iam:eu-west-1::user/x"}""", "IAM resource arn:aws:iam:eu-west-1::user/x cannot contain region information.")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:eu-west-1::b"}""", "Resource arn:aws:s3:eu-west-1::b can not contain region information.")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:iam:::x"}""", "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.")]
    public void Refuses_a_statement(string statement, string message) =>
        Assert.Equal(message, Validate(statement)?.Message);

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Sid":"","Effect":"Deny","NotAction":"sts:*","NotResource":["arn:aws:iam::*:user/${aws:username}"]}""")]
    [InlineData("""{"Effect":"Allow","Action":"iam: what ever ","Resource":"arn:aws:made-up:::x"}""")]
    [InlineData("""{"Effect":"Allow","Action":["s3-x:A","s3.x:*","*:Get*"],"Resource":"arn:aws:short"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:*:iam::111122223333:role/x"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws-us-gov:ec2:*:*:instance/*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Made":{},"StringEquals":{"k":[]}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"k":true},"NumericEquals":{"k":[1,"2.5"]}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":{"k":["2024-01-01T00:00:00Z","-1","01T","2024-01-01t2:00:00.5+23"]}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringLike":{"k":"${aws:username}-${a, 'b'}-${*}-${ open"}}}""")]
    public void Takes_a_statement(string statement) => Assert.Null(Validate(statement));

    [Fact]
    public void Refuses_a_sid_that_occurs_twice_but_not_an_empty_one()
    {
        const string Once = """{"Sid":"a","Effect":"Allow","Action":"*","Resource":"*"}""";
        const string Empty = """{"Sid":"","Effect":"Allow","Action":"*","Resource":"*"}""";

        Assert.Equal("Statement IDs (SID) in a single policy must be unique.", Validate($"{Once},{Once}")?.Message);
        Assert.Null(Validate($"{Once},{Empty},{Empty}"));
    }

    [Fact]
    public void Says_where_the_fault_is()
    {
        var error = PolicyValidator.Validate(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Action": "*", "Resource": "*" },
                { "Effect": "Allow", "Action": ["ä:B", "none"], "Resource": "*" }
              ]
            }
            """,
            PolicyKind.Identity);

        Assert.Equal(new PolicyError("Vendor ä is not valid", 5, 37, "Statement[1].Action[0]"), error);
    }

    [Fact]
    public void Says_where_the_text_stops_being_JSON()
    {
        var error = PolicyValidator.Validate("{\n  \"Version\": oops\n}", PolicyKind.Identity);

        Assert.Equal((2, 14), (error!.Line, error.Column));
    }

    [Fact]
    public void A_session_policy_may_leave_out_the_version_and_a_managed_one_may_not()
    {
        const string Json = """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

        Assert.Null(PolicyValidator.Validate(Json, PolicyKind.Session));
        Assert.NotNull(PolicyValidator.Validate(Json, PolicyKind.Boundary));
    }

    [Fact]
    public void Refuses_a_text_beyond_what_the_API_takes() =>
        Assert.NotNull(Validate("""{"Effect":"Allow","Action":"*","Resource":"*"}""" + new string(' ', 131_072)));

    private static PolicyError? Validate(string statements) =>
        PolicyValidator.Validate($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""", PolicyKind.Identity);
}
