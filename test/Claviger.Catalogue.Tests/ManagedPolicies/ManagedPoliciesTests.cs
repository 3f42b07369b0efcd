using System.Globalization;
using System.Text.Json;

namespace Claviger.Catalogue.Tests;

public sealed class ManagedPoliciesTests
{
    private const string AdministratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

    [Fact]
    public void Holds_the_policies_that_AWS_publishes()
    {
        Assert.Equal(1594, ManagedPolicies.Count);
        Assert.Equal(357, ManagedPolicies.All.Count(p => p.IsForServiceLinkedRoles));
        Assert.Equal(["/", "/aws-service-role/", "/job-function/", "/root-task/", "/service-role/"],
            ManagedPolicies.All.Select(p => p.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(AdministratorAccess, "/", "v1", "2015-02-06T18:39:46Z", "*")]
    [InlineData("arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess", "/", null, "2015-02-06T18:40:17Z", "ec2:Describe*")]
    [InlineData("arn:aws:iam::aws:policy/AmazonS3FullAccess", "/", "v2", "2015-02-06T18:40:58Z", "s3:*")]
    [InlineData("arn:aws:iam::aws:policy/IAMUserChangePassword", "/", null, "2016-11-15T00:25:16Z", "iam:ChangePassword")]
    [InlineData("arn:aws:iam::aws:policy/SecurityAudit", "/", null, "2015-02-06T18:41:01Z", "iam:GenerateCredentialReport")]
    [InlineData("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", "/job-function/", null, "2016-11-10T17:20:15Z", "iam:List*")]
    [InlineData("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", "/service-role/", "v1", "2015-04-09T15:03:43Z", "logs:PutLogEvents")]
    [InlineData("arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy", "/aws-service-role/", null, "2018-04-19T18:04:44Z", "iam:DeleteRole")]
    public void Finds_a_well_known_policy_with_its_facts(string arn, string path, string? version, string created, string action)
    {
        Assert.True(ManagedPolicies.TryFind(arn, out var policy));

        Assert.Equal(arn, policy.Arn);
        Assert.Equal(arn[(arn.LastIndexOf('/') + 1)..], policy.Name);
        Assert.Equal(path, policy.Path);
        Assert.Equal(version ?? policy.DefaultVersionId, policy.DefaultVersionId);
        Assert.Equal(DateTimeOffset.Parse(created, CultureInfo.InvariantCulture), policy.CreateDate);
        Assert.Contains($"\"{action}\"", policy.ReadDocument(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_the_document_of_AdministratorAccess_as_AWS_wrote_it() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
        ManagedPolicies.TryFind(AdministratorAccess, out var policy) ? policy.ReadDocument() : "");

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/administratoraccess")]
    [InlineData("arn:aws:iam::aws:policy/service-role/AdministratorAccess")]
    [InlineData("arn:aws:iam::123456789012:policy/AdministratorAccess")]
    [InlineData("arn:aws-cn:iam::aws:policy/AdministratorAccess")]
    [InlineData("AdministratorAccess")]
    [InlineData("arn:aws:iam::aws:policy/")]
    [InlineData("")]
    public void Finds_nothing_under_an_ARN_that_is_not_exactly_a_policys(string arn)
    {
        Assert.False(ManagedPolicies.TryFind(arn, out var policy));
        Assert.Null(policy);
    }

    [Fact]
    public void Every_policy_is_found_under_its_own_ARN_and_its_document_is_a_policy()
    {
        foreach (var policy in ManagedPolicies.All)
        {
            Assert.True(ManagedPolicies.TryFind(policy.Arn, out var found));
            Assert.Same(policy, found);
            using var document = JsonDocument.Parse(policy.ReadDocument());
            Assert.Equal("2012-10-17", document.RootElement.GetProperty("Version").GetString());
            Assert.True(document.RootElement.TryGetProperty("Statement", out _));
            Assert.True(policy.CreateDate <= policy.UpdateDate);
        }
    }

    [Fact]
    public void Ids_have_AWSs_form_and_are_unique_and_stable()
    {
        Assert.All(ManagedPolicies.All, p => Assert.Matches("^ANPA[A-Z2-7]{17}$", p.PolicyId));
        Assert.Equal(ManagedPolicies.Count, ManagedPolicies.All.Select(p => p.PolicyId).Distinct().Count());
        Assert.True(ManagedPolicies.TryFind(AdministratorAccess, out var policy));
        Assert.Equal("ANPAZKAPJZG4", policy.PolicyId[..12]);
        Assert.Equal(policy.PolicyId, policy.PolicyId);
    }

    [Fact]
    public void Names_are_unique_without_regard_to_case() =>
        Assert.Equal(ManagedPolicies.Count, ManagedPolicies.All.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Pages_through_all_policies_in_the_order_of_their_names()
    {
        var seen = new List<string>();
        var last = "";
        for (var page = ManagedPolicies.After(last); page.Length > 0; page = ManagedPolicies.After(last))
        {
            seen.AddRange(page.Span[..Math.Min(100, page.Length)].ToArray().Select(p => p.Name));
            last = seen[^1];
        }

        Assert.Equal(ManagedPolicies.All.Select(p => p.Name), seen);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("AdministratorAccess", "AdministratorAccess-AWSElasticBeanstalk")]
    [InlineData("AdministratorAccess!", "AdministratorAccess-AWSElasticBeanstalk")]
    [InlineData("AdministratorAcces", "AdministratorAccess")]
    public void A_listing_goes_on_after_a_name_whether_or_not_it_exists(string name, string next) =>
        Assert.Equal(next, ManagedPolicies.After(name).Span[0].Name);

    [Fact]
    public void A_listing_after_the_last_name_is_empty() => Assert.True(ManagedPolicies.After("zzzz").IsEmpty);
}
