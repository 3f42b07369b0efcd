namespace Claviger.Policy.Tests;

public sealed class PrincipalTests
{
    private static readonly AccountId Account = AccountId.Parse("111122223333");

    [Fact]
    public void A_session_is_known_by_its_roles_ARN_with_the_path()
    {
        var session = Principal.RoleSession("arn:aws:sts::111122223333:assumed-role/R/s", "arn:aws:iam::111122223333:role/a/R", Account);

        Assert.Equal("arn:aws:iam::111122223333:role/a/R", session.PrincipalArn);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/R/s", session.ToString());
    }

    [Fact]
    public void An_ARN_of_another_kind_or_account_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Principal.User("arn:aws:iam::111122223333:role/x", Account));
        Assert.Throws<ArgumentException>(() => Principal.User("arn:aws:iam::444455556666:user/x", Account));
        Assert.Throws<ArgumentException>(() => Principal.User("alice", Account));
        Assert.Throws<ArgumentException>(() => Principal.User("arn:aws:iam::111122223333:user/", Account));
        Assert.Throws<ArgumentException>(() => Principal.Role("arn:aws:iam::111122223333:user/x", Account));
        Assert.Throws<ArgumentException>(() => Principal.FederatedUser("arn:aws:sts::111122223333:assumed-role/R/s", Account, "x"));
        Assert.Throws<ArgumentException>(() => Principal.RoleSession("arn:aws:sts::111122223333:federated-user/R/s", "arn:aws:iam::111122223333:role/R", Account));
        Assert.Throws<ArgumentException>(() => Principal.RoleSession("arn:aws:sts::111122223333:assumed-role/R/s", "arn:aws:iam::111122223333:user/R", Account));
        Assert.Throws<ArgumentException>(() => Principal.Service(""));
        Assert.Throws<ArgumentException>(() => Principal.Federated(""));
        Assert.Contains(
            "no session",
            Assert.Throws<ArgumentException>(
                () => Principal.RoleSession("arn:aws:sts::111122223333:assumed-role/R", "arn:aws:iam::111122223333:role/R", Account)).Message,
            StringComparison.Ordinal);
        Assert.Contains("111122223333: alice", Assert.Throws<ArgumentException>(() => Principal.User("alice", Account)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_written_as_its_ARN_or_name()
    {
        Assert.Equal("arn:aws:iam::111122223333:user/alice", Principal.User("arn:aws:iam::111122223333:user/alice", Account).PrincipalArn);
        Assert.Equal("arn:aws-cn:iam::111122223333:root", Principal.Root(Account, "aws-cn").ToString());
        Assert.Equal("ec2.amazonaws.com", Principal.Service("ec2.amazonaws.com").ToString());
        Assert.Equal("anonymous", Principal.Anonymous.ToString());
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("111122223333", true)]
    [InlineData("arn:aws:iam::111122223333:root", true)]
    [InlineData("arn:aws:iam::111122223333:user/a/alice", true)]
    [InlineData("arn:aws:iam::111122223333:user/", false)]
    [InlineData("arn:aws:iam::111122223333:user/*", false)]
    [InlineData("arn:aws:iam::111122223333:role/R?", false)]
    [InlineData("arn:aws:iam:eu-west-1:111122223333:user/alice", false)]
    [InlineData("arn:aws:iam::111122223333:group/g", false)]
    [InlineData("arn:aws:iam::1:user/alice", false)]
    [InlineData("AIDAUSER", true)]
    [InlineData("AROAROLE:s", true)]
    [InlineData("AIDA!", false)]
    [InlineData("", false)]
    public void An_entry_can_name_somebody(string entry, bool wellFormed) => Assert.Equal(wellFormed, PrincipalPattern.IsWellFormed(entry));

    [Fact]
    public void An_entry_with_a_region_names_nobody() => Assert.Equal(
        GrantStrength.None, Match(Principal.User("arn:aws:iam::111122223333:user/alice", Account), "AWS", "arn:aws:iam:eu-west-1:111122223333:user/alice"));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/bob")]
    [InlineData("arn:aws:iam::444455556666:user/alice")]
    [InlineData("arn:aws-cn:iam::111122223333:user/alice")]
    public void A_federated_user_is_not_matched_by_another_user(string entry) => Assert.Equal(
        GrantStrength.None, Match(Principal.FederatedUser("arn:aws:sts::111122223333:federated-user/alice", Account, "alice"), "AWS", entry));

    [Fact]
    public void Of_several_entries_the_one_that_names_most_directly_counts()
    {
        const string Direct = "arn:aws:sts::111122223333:assumed-role/R/s";
        const string ViaRole = "arn:aws:iam::111122223333:role/R";
        var session = Principal.RoleSession(Direct, ViaRole, Account);
        foreach (var entries in new[] { new[] { Direct, ViaRole, "111122223333" }, ["111122223333", ViaRole, Direct], [ViaRole, Direct, "nobody"] })
        {
            var element = new PrincipalElement(negated: false, Array.ConvertAll(entries, e => new PrincipalPattern("AWS", e)));
            var request = new AuthorizationRequest(session, "x:Do", "*", Account, new RequestContext());
            Assert.Equal(GrantStrength.Direct, element.Match(new RequestView(request, hasBoundary: false, new char[RequestView.ScratchLength(request)]), isDeny: false));
        }
    }

    [Theory]
    [InlineData("AIDAUSER", "AIDAUSER", GrantStrength.Direct)]
    [InlineData("AIDAUSER", "AIDAUSE", GrantStrength.None)]
    [InlineData("AIDAUSER", "AIDAUSERS", GrantStrength.None)]
    [InlineData("AIDAUSER", "AIDAUSER:s", GrantStrength.None)]
    [InlineData("AIDAUSER", "arn:aws:iam::111122223333:user/alice", GrantStrength.Direct)]
    [InlineData(null, "AIDAUSER", GrantStrength.None)]
    [InlineData("", "", GrantStrength.None)]
    public void A_user_is_matched_by_unique_id_or_ARN(string? id, string entry, GrantStrength strength) =>
        Assert.Equal(strength, Match(Principal.User("arn:aws:iam::111122223333:user/alice", Account, id), "AWS", entry));

    [Theory]
    [InlineData("AROAROLE", GrantStrength.ViaRole)]
    [InlineData("AROAROLE:s", GrantStrength.Direct)]
    [InlineData("AROAROLE:other", GrantStrength.None)]
    [InlineData("AROAOTHER", GrantStrength.None)]
    public void A_session_is_matched_by_its_roles_unique_id(string entry, GrantStrength strength) => Assert.Equal(
        strength,
        Match(
            Principal.RoleSession("arn:aws:sts::111122223333:assumed-role/R/s", "arn:aws:iam::111122223333:role/R", Account, "AROAROLE"), "AWS", entry));

    [Fact]
    public void A_federated_user_is_matched_through_the_unique_id_of_the_user()
    {
        var caller = Principal.FederatedUser("arn:aws:sts::111122223333:federated-user/alice", Account, "alice", "AIDAUSER");

        Assert.Equal(GrantStrength.ViaUser, Match(caller, "AWS", "AIDAUSER"));
        Assert.Equal(GrantStrength.ViaUser, Match(caller, "AWS", "arn:aws:iam::111122223333:user/alice"));
    }

    [Fact]
    public void A_canonical_user_id_stands_for_the_account()
    {
        var caller = Principal.User("arn:aws:iam::111122223333:user/alice", Account);

        Assert.Equal(GrantStrength.None, Match(caller, "CanonicalUser", "79a5"));
        Assert.Equal(GrantStrength.ViaAccount, Match(caller.WithCanonicalUserId("79a5"), "CanonicalUser", "79a5"));
    }

    [Fact]
    public void The_root_user_is_named_by_its_account()
    {
        Assert.Equal(GrantStrength.Direct, Match(Principal.Root(Account), "AWS", "111122223333"));
        Assert.Equal(GrantStrength.None, Match(Principal.Root(Account, "aws-cn"), "AWS", "arn:aws:iam::111122223333:root"));
    }

    private static GrantStrength Match(Principal caller, string type, string entry) => new PrincipalPattern(type, entry).Match(caller);
}
