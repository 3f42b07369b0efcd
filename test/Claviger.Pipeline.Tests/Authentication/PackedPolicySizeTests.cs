using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class PackedPolicySizeTests
{
    [Fact]
    public void A_session_without_policies_and_tags_has_none() => Assert.Null(PackedPolicySize.Percent(null, [], TagSet.Empty));

    [Fact]
    public void A_policy_of_one_statement_takes_little() => Assert.InRange(
        PackedPolicySize.Percent("""{"Version":"2012-10-17","Statement":[{"Sid":"Stmt1","Effect":"Allow","Action":"s3:*","Resource":"*"}]}""", [], TagSet.Empty)!.Value, 1, 12);

    [Fact]
    public void Ten_managed_policies_fit() => Assert.InRange(
        PackedPolicySize.Percent(null, [.. Enumerable.Range(0, 10).Select(static i => $"arn:aws:iam::123456789012:policy/team/ReadOnly{i}")], TagSet.Empty)!.Value, 1, 60);

    [Fact]
    public void Fifty_tags_of_the_greatest_length_do_not_fit()
    {
        var random = new Random(1);
        var tags = TagSet.Of(Enumerable.Range(0, 50).Select(i => new Tag(Text(128), Text(256))));

        Assert.True(PackedPolicySize.Percent(null, [], tags) > 100);

        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('a', 'z')));
    }
}
