using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

public sealed class PolicySummaryTests
{
    [Fact]
    public void Services_actions_and_resources_of_a_statement()
    {
        var summary = Of("""{"Effect":"Allow","Action":["s3:GetObject","s3:List*"],"Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],"Condition":{"Bool":{"aws:SecureTransport":"true"}}}""");
        var s3 = Assert.Single(summary.Allowed);
        Assert.Empty(summary.Denied);
        Assert.Equal("s3", s3.Service.Prefix);

        // An object is not what a bucket is, and an action on neither has no effect here.
        Assert.Equal([new ResourceSummary("b/*", "", "", "aws:SecureTransport Bool true")], Action(s3, "GetObject").Resources);
        Assert.Equal([new ResourceSummary("b", "", "", "aws:SecureTransport Bool true")], Action(s3, "ListBucket").Resources);
        Assert.True(Action(s3, "ListAllMyBuckets").IsWithoutEffect);
        Assert.DoesNotContain(s3.Levels, level => level.IsFull && level.Level == AccessLevel.List);
        Assert.Contains(s3.Remaining, action => action.Name == "PutObject");
    }

    [Fact]
    public void Everything_is_every_service_in_full()
    {
        var summary = Of("""{"Effect":"Allow","Action":"*","Resource":"*"}""");
        Assert.Equal(ServiceReference.Services.Count(service => !service.Actions.IsEmpty), summary.Allowed.Length);
        Assert.All(summary.Allowed, service => Assert.All(service.Levels, level => Assert.True(level.IsFull)));
        Assert.Equal([new ResourceSummary("*", "*", "*", "")], summary.Allowed[0].Resources);
    }

    [Fact]
    public void All_actions_but_some_leave_out_these_alone()
    {
        var summary = Of("""{"Effect":"Deny","NotAction":["iam:*","sts:GetCallerIdentity"],"Resource":"*"}""");
        Assert.DoesNotContain(summary.Denied, service => service.Service.Prefix == "iam");
        var sts = Assert.Single(summary.Denied, service => service.Service.Prefix == "sts");
        Assert.Equal(["GetCallerIdentity"], sts.Remaining.Select(action => action.Name));
    }

    [Fact]
    public void What_several_statements_say_of_an_action_stands_together()
    {
        var summary = Of(
            """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:111122223333:a"}""",
            """{"Effect":"Allow","Action":"sqs:*","Resource":"arn:aws:sqs:*:*:b"}""");
        Assert.Equal(
            [new ResourceSummary("a", "us-east-1", "111122223333", ""), new ResourceSummary("b", "*", "*", "")],
            Action(Assert.Single(summary.Allowed), "SendMessage").Resources);
    }

    [Fact]
    public void What_is_no_action_is_told_and_gives_nothing()
    {
        var summary = Of("""{"Effect":"Allow","Action":["s3:GetObjekt","nosuch:*","s3"],"Resource":"*"}""", """{"Effect":"allow","Action":"s3:*","Resource":"*"}""");
        Assert.Empty(summary.Allowed);
        Assert.Equal(["nosuch:*", "s3", "s3:GetObjekt"], summary.Unrecognized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_policy_has_no_summary(string text) => Assert.Null(PolicySummary.Of(text));

    [Fact]
    public void A_policy_that_was_made_to_be_slow_has_none()
    {
        var resources = string.Join(',', Enumerable.Range(0, 5000).Select(number => $"\"arn:aws:ec2:*:*:instance/{number}\""));
        Assert.Null(PolicySummary.Of($$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*","Resource":[{{{resources}}}]}}"""));
        var actions = string.Join(',', Enumerable.Range(0, 5000).Select(number => $"\"*:A*{number}\""));
        Assert.Null(PolicySummary.Of($$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[{{{actions}}}],"Resource":"*"}}"""));
    }

    [Fact]
    public void Every_policy_of_AWS_has_one()
    {
        // Names that the reference doesn't have are told; all else is.
        foreach (var policy in ManagedPolicies.All.Take(200))
        {
            var summary = PolicySummary.Of(policy.ReadDocument());
            Assert.NotNull(summary);
            Assert.NotEqual(0, summary.Allowed.Length + summary.Denied.Length + summary.Unrecognized.Length);
        }
    }

    private static PolicySummary Of(params string[] statements) =>
        PolicySummary.Of($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""", PolicyKind.Identity)!;

    private static ActionSummary Action(ServiceSummary service, string name) => Assert.Single(service.Actions, it => it.Action.Name == name);
}
