using System.Text.Json;

namespace Claviger.Catalogue.Tests;

public sealed class ManagedPolicyVersionTests
{
    [Fact]
    public void Lists_the_versions_newest_first_with_one_default()
    {
        var policy = Find("arn:aws:iam::aws:policy/AmazonS3FullAccess");

        Assert.Equal(["v2", "v1"], policy.Versions.Select(v => v.VersionId));
        Assert.Equal([true, false], policy.Versions.Select(v => v.IsDefaultVersion));
        Assert.Equal([policy.UpdateDate, policy.CreateDate], policy.Versions.Select(v => v.CreateDate));
    }

    [Fact]
    public void Gives_each_version_its_own_document()
    {
        var policy = Find("arn:aws:iam::aws:policy/AmazonS3FullAccess");

        Assert.True(policy.TryFindVersion("v1", out var first));
        Assert.True(policy.TryFindVersion("v2", out var second));
        Assert.DoesNotContain("s3-object-lambda:*", first.ReadDocument(), StringComparison.Ordinal);
        Assert.Contains("s3-object-lambda:*", second.ReadDocument(), StringComparison.Ordinal);
        Assert.Equal(policy.ReadDocument(), second.ReadDocument());
    }

    [Theory]
    [InlineData("v0")]
    [InlineData("v3")]
    [InlineData("2")]
    [InlineData("V2")]
    [InlineData("")]
    public void Finds_no_version_that_is_not_there(string versionId) =>
        Assert.False(Find("arn:aws:iam::aws:policy/AmazonS3FullAccess").TryFindVersion(versionId, out _));

    [Fact]
    public void A_policy_that_never_changed_has_one_version() =>
        Assert.Equal("v1", Assert.Single(Find("arn:aws:iam::aws:policy/AdministratorAccess").Versions).VersionId);

    [Fact]
    public void No_version_is_dated_before_an_older_one()
    {
        foreach (var policy in ManagedPolicies.All)
        {
            var dates = policy.Versions.Select(v => v.CreateDate).ToList();
            Assert.Equal(dates.OrderDescending(), dates);
        }
    }

    [Fact]
    public void Every_document_of_a_much_changed_policy_can_be_read()
    {
        foreach (var version in Find("arn:aws:iam::aws:policy/SecurityAudit").Versions)
        {
            using var document = JsonDocument.Parse(version.ReadDocument());
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        }
    }

    private static ManagedPolicy Find(string arn) =>
        ManagedPolicies.TryFind(arn, out var policy) ? policy : throw new InvalidOperationException(arn);
}
