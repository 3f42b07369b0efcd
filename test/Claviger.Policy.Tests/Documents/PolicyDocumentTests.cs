using CsCheck;

namespace Claviger.Policy.Tests;

public sealed class PolicyDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[{}]")]
    [InlineData("{}")]
    [InlineData("""{"Statement":"x"}""")]
    [InlineData("""{"Statement":[]} trailing""")]
    [InlineData("\uFEFF{\"Statement\":[]}")]
    [InlineData("""{"Statement":[{"Sid":"\ud800"}]}""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void A_text_that_is_no_policy_is_unreadable(string text) => Assert.False(PolicyDocument.Load(text).IsReadable);

    [Fact]
    public void Half_a_surrogate_pair_makes_a_text_unreadable() =>
        Assert.False(PolicyDocument.Load("{\"Statement\":[{\"Sid\":\"\ud800\"}]}").IsReadable);

    [Fact]
    public void Any_text_loads_and_decides_without_allowing()
    {
        string[] fragments =
        [
            "{", "}", "[", "]", ":", ",", "\"Statement\"", "\"Effect\"", "\"Deny\"", "\"Action\"", "\"*\"", "\"Resource\"", "\"Condition\"",
            "\"StringEquals\"", "null", "true", "1", "-", "1e999", "\"\\u0000\"", "\"\\ud800\"", "\ud800", "\u0000", "/*", " ",
        ];
        Gen.Int[0, fragments.Length - 1].Array[0, 30].Select(picks => string.Concat(picks.Select(i => fragments[i]))).Sample(text =>
        {
            var set = PolicySet.Compile(PolicyKind.Identity, [PolicySetTests.Source(text)]);
            Assert.False(Evaluator.Decide(PolicySetTests.Request("s3:GetObject"), new ApplicablePolicies { Identity = set }).IsAllowed);
            Assert.NotNull(PolicyValidator.Validate(text, PolicyKind.Identity));
            Assert.NotNull(PrincipalRewriter.Rewrite(text, (_, _) => "x"));
        });
    }

    [Fact]
    public void Any_bytes_load()
    {
        Gen.Byte.Array[0, 200].Select(System.Text.Encoding.Latin1.GetString).Sample(text => Assert.NotNull(PolicyDocument.Load(text).ToJson()));
        Gen.String.Sample(text => Assert.NotNull(PolicyDocument.Load($$"""{"Statement":[{"Effect":"Allow","Action":"{{text}}"}]}""").ToJson()));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Id":"ä\"\\","Statement":[{"Sid":"x","Effect":"Deny","NotPrincipal":{"AWS":["111122223333","*"],"Service":"ec2.amazonaws.com"},"NotAction":["a:b","c:d"],"NotResource":["arn:aws:s3:::b","*"],"Condition":{"StringEquals":{"a":"b","c":["d","e"]},"Bool":{"f":"true"},"Made-up":{"g":[]}}}]}""")]
    public void Writes_what_it_read(string json) => Assert.Equal(json, PolicyDocument.Load(json).ToJson());

    [Fact]
    public void Writes_every_spelling_in_the_same_way()
    {
        var document = PolicyDocument.Load("""
            { "Statement": { "Principal": "*", "Action": ["a:b"], "Effect": "Allow",
              "Condition": { "Bool": { "k": true }, "NumericEquals": { "k": [ 1, 2.50 ] } } } }
            """);

        Assert.Equal(
            """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"a:b","Condition":{"Bool":{"k":"true"},"NumericEquals":{"k":["1","2.50"]}}}]}""",
            document.ToJson());
        Assert.Equal(document.ToJson(), PolicyDocument.Load(document.ToJson()).ToJson());
    }

    [Fact]
    public void An_operator_that_does_not_exist_is_not_understood() =>
        Assert.False(PolicyDocument.Load("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringMatches":{"k":"v"}}}}""").IsUnderstood);

    [Fact]
    public void Does_not_write_what_it_did_not_understand_but_gives_the_text_back()
    {
        const string Text = """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Extra":1}]}""";

        Assert.False(PolicyDocument.Load(Text).IsUnderstood);
        Assert.Equal(Text, PolicyDocument.Load(Text).ToJson());
    }

    [Fact]
    public void Of_members_that_occur_twice_the_last_one_counts()
    {
        var document = PolicyDocument.Load("""{"Statement":[],"Statement":[{"Effect":"Deny","Effect":"Allow","Action":"a:b","Action":"c:d","Resource":"*"}]}""");

        Assert.Equal("""{"Statement":[{"Effect":"Allow","Action":"c:d","Resource":"*"}]}""", document.ToJson());
    }

    [Fact]
    public void Names_its_principals() => Assert.Equal(
        [new PrincipalEntry("AWS", "*", false), new PrincipalEntry("Service", "a.amazonaws.com", true), new PrincipalEntry("Service", "b.amazonaws.com", true)],
        PolicyDocument.Load("""
            {"Statement":[
              {"Effect":"Allow","Principal":"*","Action":"*"},
              {"Effect":"Deny","Action":"*","Resource":"*"},
              {"Effect":"Deny","NotPrincipal":{"Service":["a.amazonaws.com","b.amazonaws.com"]},"Action":"*"}]}
            """).Principals);

    [Fact]
    public void White_space_does_not_count() => Assert.Equal(7, PolicySize.Count(" {\"a\" :\t\r\n1} "));
}
