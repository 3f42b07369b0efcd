namespace Claviger.Policy.Tests;

public sealed class PolicySetTests
{
    [Fact]
    public void Finds_among_thousands_of_statements_those_that_cover_the_action()
    {
        var statements = Enumerable.Range(0, 3_000).Select(i =>
            $$"""{"Effect":"Allow","Action":["svc{{i % 200}}:Do{{i}}","svc{{i % 200}}:Read{{i}}*"],"Resource":"*"}""");
        var set = PolicySet.Compile(PolicyKind.Identity, [Source($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""")]);

        for (var i = 0; i < 3_000; i++)
        {
            Assert.True(IsAllowed(set, $"SVC{i % 200}:do{i}"));
            Assert.True(IsAllowed(set, $"svc{i % 200}:Read{i}Thing"));
            Assert.False(IsAllowed(set, $"svc{(i + 1) % 200}:Do{i}"));
        }

        Assert.False(IsAllowed(set, "svc1"));
        Assert.False(IsAllowed(set, ""));
    }

    [Fact]
    public void A_set_can_not_be_used_as_another_kind()
    {
        var set = PolicySet.Compile(PolicyKind.Boundary, []);

        Assert.Contains("Boundary", Assert.Throws<ArgumentException>(() => new ApplicablePolicies { Identity = set }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => PolicySet.Compile(PolicyKind.Boundary, null!));
        Assert.Throws<ArgumentException>(() => new ApplicablePolicies { Resource = set });
        Assert.Throws<ArgumentException>(() => new ApplicablePolicies { ServiceControl = [set] });
        Assert.Same(set, new ApplicablePolicies { Boundary = set }.Boundary);
    }

    [Fact]
    public void A_trust_policy_without_sense_never_allows()
    {
        const string Allow = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"444455556666"},"Action":"sts:AssumeRole"}}""";
        var policies = new ApplicablePolicies { Resource = PolicySet.Compile(PolicyKind.Trust, [Source(Allow)]), ExplicitTrust = true };

        Assert.False(Evaluator.Decide(Request("sts:AssumeRole"), policies).IsAllowed);
    }

    [Fact]
    public void A_Deny_of_an_identity_policy_denies_whomever_it_names()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":{"AWS":"444455556666"},"Action":"x:*","Resource":"*"}}""";

        Assert.Equal(
            Verdict.ExplicitlyDenied,
            Evaluator.Decide(Request("x:Do"), new ApplicablePolicies { Identity = PolicySet.Compile(PolicyKind.Identity, [Source(Deny)]) }).Verdict);
    }

    internal static PolicySource Source(string json, string? arn = null) => new("test", arn, PolicyDocument.Load(json));

    internal static AuthorizationRequest Request(string action, IContextSource? context = null)
    {
        var account = AccountId.Parse("111122223333");
        return new(Principal.User("arn:aws:iam::111122223333:user/alice", account), action, "arn:aws:x:::y", account, context ?? new RequestContext());
    }

    private static bool IsAllowed(PolicySet set, string action) =>
        Evaluator.Decide(Request(action), new ApplicablePolicies { Identity = set }).IsAllowed;
}
