using System.Globalization;

namespace Claviger.Store.Tests;

/// <summary>What the scripts, the tables' classes and the ids must keep to.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_schemas_number_is_that_of_its_scripts_and_no_two_bear_the_same()
    {
        var numbers = typeof(IStore).Assembly.GetManifestResourceNames()
            .Where(static it => it.EndsWith(".sql", StringComparison.Ordinal))
            .Select(static it => int.Parse(it.Split(".Scripts.")[1][..4], CultureInfo.InvariantCulture))
            .ToArray();

        Assert.Equal(Migrator.Version, numbers.Length);
        Assert.Distinct(numbers);
    }

    [Fact]
    public void Unique_ids_have_the_form_of_AWSs_and_do_not_repeat()
    {
        var ids = Enumerable.Range(0, 1000).Select(static _ => UniqueId.New("AIDA")).ToHashSet();

        Assert.Equal(1000, ids.Count);
        Assert.All(ids, static id => Assert.Matches("^AIDA[A-Z2-7]{17}$", id));
        Assert.Matches("^[0-9a-f]{64}$", UniqueId.NewCanonicalUser());
    }

    [Theory]
    [InlineData("000000000001")]
    [InlineData("123456789012")]
    [InlineData("999999999999")]
    public void An_access_keys_id_tells_its_account(string number)
    {
        var account = Policy.AccountId.Parse(number);
        var id = UniqueId.NewAccessKey("ASIA", account);

        Assert.Matches("^ASIA[Q-Z2-7][A-Z2-7]{15}$", id);
        Assert.True(UniqueId.TryReadAccount(id, out var read));
        Assert.Equal(account, read);
    }

    [Theory]
    [InlineData("ASIAQNZGKIQY56JQ7WML", "029608264753")]
    public void The_account_is_where_AWS_puts_it(string id, string number)
    {
        Assert.True(UniqueId.TryReadAccount(id, out var account));
        Assert.Equal(number, account.ToString());
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIA")]
    [InlineData("AKIA0OSFODNN7EXAMPLE")]
    public void An_id_of_another_form_tells_no_account(string id) => Assert.False(UniqueId.TryReadAccount(id, out _));

    [Fact]
    public void Tags_keep_their_order_and_are_told_apart_without_regard_to_case()
    {
        var tags = TagSet.Of([new Tag("a", "1"), new Tag("b", "2")]).With([new Tag("A", "3"), new Tag("c", "4")]);

        Assert.Equal([new Tag("A", "3"), new Tag("b", "2"), new Tag("c", "4")], tags);
        Assert.Equal("3", tags.ValueOf("a"));
        Assert.Equal(tags, TagSet.Decode(tags.Encode()));
        Assert.Equal([new Tag("b", "2")], tags.Without(["a", "C", "none"]));
        Assert.Equal(TagSet.Empty, TagSet.Decode(""));
    }

    [Fact]
    public void A_link_of_the_audit_chain_depends_on_all_before_it()
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var first = AuditLink.Start.Next(at, "one"u8);

        Assert.Equal(1, first.Sequence);
        Assert.NotEqual(first.Hash, AuditLink.Start.Next(at, "two"u8).Hash);
        Assert.NotEqual(first.Hash, AuditLink.Start.Next(at.AddMilliseconds(1), "one"u8).Hash);
        Assert.NotEqual(first.Next(at, "x"u8).Hash, AuditLink.Start.Next(at, "two"u8).Next(at, "x"u8).Hash);
    }
}
