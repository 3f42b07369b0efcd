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
        Assert.Throws<ArgumentException>(() => Principal.RoleSession("arn:aws:sts::111122223333:assumed-role/R", "arn:aws:iam::111122223333:role/R", Account));
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
