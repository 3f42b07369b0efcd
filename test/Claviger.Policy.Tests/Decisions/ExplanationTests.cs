namespace Claviger.Policy.Tests;

public sealed class ExplanationTests
{
    [Fact]
    public void Says_of_every_statement_what_stopped_it()
    {
        var explanation = Explain("""
            {"Effect":"Allow","Action":"s3:PutObject","Resource":"*"},
            {"Effect":"Allow","Action":"x:Do","Resource":"arn:aws:x:::other"},
            {"Sid":"close","Effect":"Allow","Action":"x:*","Resource":"*","Condition":{"StringEquals":{"aws:Team":["red","blue"]},"Bool":{"aws:Safe":"true"}}},
            {"Effect":"Allow","Action":"x:*","Resource":"*","Oops":1},
            {"Effect":"Allow","Action":"x:*"}
            """);

        var statements = explanation.Kinds.Single().Statements;
        Assert.Equal(
            [
                StatementOutcome.ActionDiffers, StatementOutcome.ResourceDiffers, StatementOutcome.ConditionFails,
                StatementOutcome.CannotApply, StatementOutcome.CannotApply,
            ],
            statements.Select(s => s.Outcome));
        Assert.Equal(("close", 2, "p"), (statements[2].Sid, statements[2].Index, statements[2].Policy.Name));

        var (team, safe) = (statements[2].Conditions[0], statements[2].Conditions[1]);
        Assert.Equal(("StringEquals", "aws:Team", "green", false), (team.Operator, team.Key, team.Actual.ToString(), team.Holds));
        Assert.Equal(["red", "blue"], team.Wanted);
        Assert.True(safe.Holds);
        Assert.Equal(Verdict.ImplicitlyDenied, explanation.Kinds.Single().Verdict);
        Assert.Null(explanation.DecidingStatement);
    }

    [Fact]
    public void Names_the_statement_that_decided()
    {
        var allowed = Explain("""{"Sid":"no","Effect":"Allow","Action":"y:*","Resource":"*"},{"Sid":"yes","Effect":"Allow","Action":"x:*","Resource":"*"}""");
        var denied = Explain("""{"Sid":"yes","Effect":"Allow","Action":"x:*","Resource":"*"},{"Sid":"but","Effect":"Deny","NotAction":"y:*","Resource":"*"}""");

        Assert.Equal((Verdict.Allowed, Verdict.ExplicitlyDenied), (allowed.Kinds.Single().Verdict, denied.Kinds.Single().Verdict));
        Assert.Equal("yes", allowed.DecidingStatement?.Sid);
        Assert.Equal("but", denied.DecidingStatement?.Sid);
        Assert.True(denied.DecidingStatement!.IsDeny);
    }

    [Fact]
    public void Tells_principals_apart()
    {
        var set = PolicySet.Compile(PolicyKind.Resource, [PolicySetTests.Source("""
            {"Statement":[
              {"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"x:*"},
              {"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"x:*"}]}
            """)]);

        var statements = Evaluator.Explain(PolicySetTests.Request("x:Do"), new ApplicablePolicies { Resource = set }).Kinds.Single().Statements;

        Assert.Equal([StatementOutcome.PrincipalDiffers, StatementOutcome.Applies], statements.Select(s => s.Outcome));
        Assert.Equal([GrantStrength.None, GrantStrength.ViaAccount], statements.Select(s => s.Strength));
    }

    [Fact]
    public void Has_an_entry_a_level()
    {
        var level = PolicySet.Compile(PolicyKind.ServiceControl, []);

        var explanation = Evaluator.Explain(PolicySetTests.Request("x:Do"), new ApplicablePolicies { ServiceControl = [level, level] });

        Assert.Equal([0, 1], explanation.Kinds.Select(k => k.Level));
        Assert.Equal(PolicyKinds.ServiceControl | PolicyKinds.Identity, explanation.Decision.DenyingKinds);
    }

    private static Explanation Explain(string statements)
    {
        var source = new PolicySource("p", null, PolicyDocument.Load($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));
        var context = new RequestContext().Set("aws:Team", "green").Set("aws:Safe", ContextValue.Of(true));
        return Evaluator.Explain(
            PolicySetTests.Request("x:Do", context), new ApplicablePolicies { Identity = PolicySet.Compile(PolicyKind.Identity, [source]) });
    }
}
