namespace Claviger.Policy.Tests;

public sealed class EvaluatorTests
{
    [Fact]
    public void A_decision_allocates_nothing()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "spec-*.jsonl").SelectMany(File.ReadLines);
        DecisionCase[] cases = [.. lines.Where(line => line.Length > 0).Select(DecisionCase.Parse)];
        Array.ForEach(cases, c => c.Decide());

        Assert.Empty(cases.Where(Allocates).Select(c => c.Id));
    }

    [Fact]
    public void Long_names_are_no_obstacle()
    {
        var key = new string('k', 5_000);
        var account = AccountId.Parse("111122223333");
        var set = PolicySet.Compile(
            PolicyKind.Identity,
            [PolicySetTests.Source($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{key}}:*","Resource":"arn:aws:s3:::{{key}}/${aws:username}"} }""")]);
        var caller = Principal.User("arn:aws:iam::111122223333:user/alice", account);
        var context = new RequestContext().Set("aws:username", "alice");

        Assert.True(Decide($"arn:aws:s3:::{key}/alice").IsAllowed);
        Assert.False(Decide($"arn:aws:s3:::{key}/bob").IsAllowed);

        Decision Decide(string resource) => Evaluator.Decide(new(caller, $"{key}:Get", resource, account, context), new ApplicablePolicies { Identity = set });
    }

    [Fact]
    public void The_default_of_everything_is_a_denial()
    {
        Assert.Equal(Verdict.ImplicitlyDenied, default(Decision).Verdict);
        Assert.False(Evaluator.Decide(default, default).IsAllowed);
        Assert.Empty(Evaluator.Explain(default, default).Kinds);
        Assert.False(Evaluator.Decide(PolicySetTests.Request("x:Do"), default).IsAllowed);
    }

    [Fact]
    public void Reads_only_the_keys_that_a_statement_it_looks_at_names()
    {
        var set = PolicySet.Compile(PolicyKind.Identity, [PolicySetTests.Source("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"x:Do","Resource":"*","Condition":{"StringEquals":{"asked":"yes"}}},
              {"Effect":"Allow","Action":"x:Other","Resource":"*","Condition":{"StringEquals":{"not-asked":"yes"}}},
              {"Effect":"Deny","Action":"x:Do","Resource":"arn:aws:y:::*","Condition":{"StringEquals":{"not-asked":"yes"}}}]}
            """)]);
        var context = new Recorder();

        Evaluator.Decide(PolicySetTests.Request("x:Do", context), new ApplicablePolicies { Identity = set });

        Assert.Equal(["asked"], context.Asked);
    }

    [Fact]
    public void Names_all_kinds_that_deny_and_the_managed_policy_of_the_one_that_is_named()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";
        var policies = new ApplicablePolicies
        {
            Identity = PolicySet.Compile(PolicyKind.Identity, [PolicySetTests.Source(Deny, "arn:aws:iam::aws:policy/D")]),
            Boundary = PolicySet.Compile(PolicyKind.Boundary, [PolicySetTests.Source(Deny, "arn:aws:iam::aws:policy/B")]),
        };

        var decision = Evaluator.Decide(PolicySetTests.Request("x:Do"), policies);

        Assert.Equal((PolicyKind.Identity, "arn:aws:iam::aws:policy/D"), (decision.DecidingKind, decision.DenyingPolicyArn));
        Assert.Equal(PolicyKinds.Identity | PolicyKinds.Boundary, decision.DenyingKinds);
    }

    [Fact]
    public void Names_a_kind_that_denies_on_two_levels_once()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";
        var level = PolicySet.Compile(PolicyKind.ServiceControl, [PolicySetTests.Source(Deny)]);

        Assert.Equal(
            PolicyKinds.ServiceControl,
            Evaluator.Decide(PolicySetTests.Request("x:Do"), new ApplicablePolicies { ServiceControl = [level, level] }).DenyingKinds);
    }

    [Fact]
    public void Names_all_kinds_whose_Allow_is_wanting_and_the_first_in_AWSs_order()
    {
        var policies = new ApplicablePolicies
        {
            Boundary = PolicySet.Compile(PolicyKind.Boundary, []),
            Session = PolicySet.Compile(PolicyKind.Session, []),
            Endpoint = PolicySet.Compile(PolicyKind.Endpoint, []),
            ResourceControl = [PolicySet.Compile(PolicyKind.ResourceControl, [])],
        };

        var decision = Evaluator.Decide(PolicySetTests.Request("x:Do"), policies);

        Assert.Equal(PolicyKind.ResourceControl, decision.DecidingKind);
        Assert.Equal(
            PolicyKinds.Identity | PolicyKinds.Boundary | PolicyKinds.Session | PolicyKinds.Endpoint | PolicyKinds.ResourceControl, decision.DenyingKinds);
        Assert.Equal(PolicyKind.Identity, (PolicyKinds.Resource | PolicyKinds.Session | PolicyKinds.Boundary | PolicyKinds.Identity).FirstForImplicitDenial());
        Assert.Equal(PolicyKind.Boundary, (PolicyKinds.Trust | PolicyKinds.Session | PolicyKinds.Boundary).FirstForImplicitDenial());
        Assert.Equal(PolicyKind.Session, (PolicyKinds.Trust | PolicyKinds.Session).FirstForImplicitDenial());
        Assert.Equal(PolicyKind.ServiceControl, (PolicyKinds.Endpoint | PolicyKinds.ServiceControl).FirstForImplicitDenial());
    }

    [Fact]
    public void A_root_user_has_no_boundary()
    {
        var account = AccountId.Parse("111122223333");
        var policies = new ApplicablePolicies { Boundary = PolicySet.Compile(PolicyKind.Boundary, []), Session = PolicySet.Compile(PolicyKind.Session, []) };

        Assert.True(Evaluator.Decide(new(Principal.Root(account), "x:Do", "arn:aws:x:::y", account, new RequestContext()), policies).IsAllowed);
    }

    [Fact]
    public void An_action_without_resources_is_covered_by_the_asterisk_alone()
    {
        var account = AccountId.Parse("111122223333");
        var request = new AuthorizationRequest(
            Principal.User("arn:aws:iam::111122223333:user/alice", account), "x:List", "arn:aws:x:::y", account, new RequestContext(), wildcardOnly: true);

        Assert.Equal("*", request.Resource);
        Assert.False(Decide("arn:aws:x:::*").IsAllowed);
        Assert.True(Decide("*").IsAllowed);

        Decision Decide(string resource) => Evaluator.Decide(request, new ApplicablePolicies
        {
            Identity = PolicySet.Compile(
                PolicyKind.Identity,
                [PolicySetTests.Source($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"{{resource}}"} }""")]),
        });
    }

    [Fact]
    public void Granted_like_an_identity_policy_is_still_limited()
    {
        var silent = PolicySet.Compile(PolicyKind.Boundary, []);

        Assert.True(Decide(new ApplicablePolicies { Standing = StandingRule.GrantsLikeIdentity }).IsAllowed);
        Assert.Equal(PolicyKind.Boundary, Decide(new ApplicablePolicies { Standing = StandingRule.GrantsLikeIdentity, Boundary = silent }).DecidingKind);

        static Decision Decide(in ApplicablePolicies policies) => Evaluator.Decide(PolicySetTests.Request("iam:ChangePassword"), policies);
    }

    private static bool Allocates(DecisionCase given)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        given.Decide();
        return GC.GetAllocatedBytesForCurrentThread() != before;
    }

    private sealed class Recorder : IContextSource
    {
        public List<string> Asked { get; } = [];

        public ContextValue Get(ContextKey key)
        {
            Asked.Add(key.Name);
            return ContextValue.Missing;
        }
    }
}
