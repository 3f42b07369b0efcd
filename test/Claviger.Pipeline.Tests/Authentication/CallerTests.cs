using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class CallerTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly UserRecord User = new()
    {
        Account = World.Account, Id = "AIDAQWERTYUIOPASDFGHJ", Name = "alice", Path = "/team/", Created = Now, Tags = TagSet.Of([new Tag("Team", "red")]),
    };

    private static readonly RoleRecord Role = new()
    {
        Account = World.Account, Id = "AROAQWERTYUIOPASDFGHJ", Name = "admin", Path = "/service/", TrustPolicy = "{}", Created = Now,
    };

    private static readonly SessionFacts Session = new(new SessionDocument
    {
        Kind = SessionKind.Role,
        Origin = SessionOrigin.WebIdentity,
        Account = World.Account,
        PrincipalId = Role.Id,
        SessionName = "deploy",
        IssuedAt = Now.AddMinutes(-10),
        ExpiresAt = Now.AddMinutes(50),
        MfaAt = Now.AddMinutes(-11),
        SourceIdentity = "alice",
        FederatedProvider = "issuer.example",
        Tags = TagSet.Of([new Tag("Team", "blue")]),
        DeliveryKeys = [new("ec2:RoleDelivery", "2.0")],
    });

    private static readonly Dictionary<string, Caller> Callers = new()
    {
        ["anonymous"] = Caller.Anonymous,
        ["root"] = Caller.Root(World.Account, "AKIA1"),
        ["user"] = Caller.User(User, "AKIA1"),
        ["role"] = Caller.RoleSession(Role, "ASIA1", Session),
        ["federated"] = Caller.FederatedUser(User, null, "ASIA1", Session),
        ["provider"] = Caller.Federated("issuer.example", "subject", World.Account),
        ["service"] = Caller.Service("ec2.amazonaws.com", World.Account),
    };

    [Theory]
    [InlineData("aws:PrincipalArn", "", "arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:user/team/alice", "arn:aws:iam::123456789012:role/service/admin", "arn:aws:sts::123456789012:federated-user/deploy", "", "")]
    [InlineData("aws:PrincipalAccount", "anonymous", "123456789012", "123456789012", "123456789012", "123456789012", "", "")]
    [InlineData("aws:PrincipalType", "Anonymous", "Account", "User", "AssumedRole", "FederatedUser", "", "")]
    [InlineData("aws:PrincipalIsAWSService", "", "false", "false", "false", "false", "false", "true")]
    [InlineData("aws:PrincipalServiceName", "", "", "", "", "", "", "ec2.amazonaws.com")]
    [InlineData("aws:PrincipalServiceNamesList", "", "", "", "", "", "", "[ec2.amazonaws.com]")]
    [InlineData("aws:userid", "anonymous", "123456789012", "AIDAQWERTYUIOPASDFGHJ", "AROAQWERTYUIOPASDFGHJ:deploy", "123456789012:deploy", "issuer.example:subject", "ec2.amazonaws.com")]
    [InlineData("AWS:UserName", "", "", "alice", "", "", "", "")]
    [InlineData("aws:PrincipalTag/team", "", "", "red", "blue", "blue", "", "")]
    [InlineData("aws:PrincipalTag/other", "", "", "", "", "", "", "")]
    [InlineData("aws:TokenIssueTime", "", "", "", "2026-07-01T11:50:00Z", "2026-07-01T11:50:00Z", "", "")]
    [InlineData("aws:MultiFactorAuthPresent", "", "", "", "true", "true", "", "")]
    [InlineData("aws:MultiFactorAuthAge", "", "", "", "660", "660", "", "")]
    [InlineData("aws:SourceIdentity", "", "", "", "alice", "alice", "", "")]
    [InlineData("aws:FederatedProvider", "", "", "", "issuer.example", "issuer.example", "", "")]
    [InlineData("ec2:RoleDelivery", "", "", "", "2.0", "2.0", "", "")]
    [InlineData("aws:RequestTag/Team", "", "", "", "", "", "", "")]
    [InlineData("aws:SourceIp", "", "", "", "", "", "", "")]
    public void Each_kind_of_caller_has_the_keys_that_AWS_gives_it(
        string key, string anonymous, string root, string user, string role, string federated, string provider, string service)
    {
        string[] expected = [anonymous, root, user, role, federated, provider, service];

        Assert.Equal(expected, Callers.Values.Select(caller => caller.Get(ContextKey.Of(key), Now).ToString()));
        Assert.Equal(expected.Select(static text => text.Length == 0), Callers.Values.Select(caller => caller.Get(ContextKey.Of(key), Now).IsMissing));
    }

    [Fact]
    public void Multi_factor_keys_are_absent_with_long_term_keys_and_false_in_a_session_without_it()
    {
        var without = new SessionFacts(Session.Document with { MfaAt = null });
        var caller = Caller.User(User, "ASIA1", without);

        Assert.Equal("false", caller.Get(ContextKey.Of("aws:MultiFactorAuthPresent"), Now).ToString());
        Assert.True(caller.Get(ContextKey.Of("aws:MultiFactorAuthAge"), Now).IsMissing);
        Assert.True(Callers["user"].Get(ContextKey.Of("aws:MultiFactorAuthPresent"), Now).IsMissing);
    }

    [Fact]
    public void Reading_a_key_allocates_nothing()
    {
        ContextKey[] keys =
        [
            .. new[]
            {
                "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:userid", "aws:PrincipalTag/Team", "aws:TokenIssueTime",
                "aws:MultiFactorAuthAge", "ec2:RoleDelivery", "aws:SourceIp",
            }.Select(ContextKey.Of),
        ];
        var caller = Callers["role"];
        ReadAll();

        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void ReadAll()
        {
            for (var i = 0; i < 100; i++)
            {
                foreach (var key in keys)
                {
                    _ = caller.Get(key, Now);
                }
            }
        }
    }

    [Fact]
    public void The_policies_of_a_session_follow_the_managed_ones_as_they_change()
    {
        const string Arn = "arn:aws:iam::123456789012:policy/x";
        var session = new SessionFacts(Session.Document with { Policy = "{}", PolicyArns = [Arn] });
        var first = PolicyDocument.Load("{}");
        var second = PolicyDocument.Load("{}");

        var set = session.Policies(first, static (document, _) => document)!;

        Assert.Equal(2, set.Sources.Count);
        Assert.Same(set, session.Policies(first, static (document, _) => document));
        Assert.NotSame(set, session.Policies(second, static (document, _) => document));
        Assert.Equal(Arn, session.Policies(0, static (_, _) => null)!.Sources[1].Arn);
    }

    [Fact]
    public void A_session_without_policies_is_narrowed_by_none_but_a_federated_users_grants_nothing()
    {
        Assert.Null(Session.Policies(0, static (_, _) => null));
        var federated = new SessionFacts(Session.Document with { Kind = SessionKind.FederatedUser });
        Assert.Empty(federated.Policies(0, static (_, _) => null)!.Sources);
    }
}
