namespace Claviger.EndToEnd;

public sealed class ListPoliciesGrantingServiceAccessTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListPoliciesGrantingServiceAccess", Aspect.Works)]
    public async Task Lists_inline_and_managed_policies_for_each_service()
    {
        await account.NewUserAsync("works", TestAccount.Allow("s3:GetObject"));
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "works", PolicyArn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" });
        var answer = await account.Root.Iam.CallAsync(
            "ListPoliciesGrantingServiceAccess", new { Arn = account.Arn("user/works"), ServiceNamespaces = new[] { "s3", "iam" } });
        Assert.Equal(["s3", "iam"], answer.Texts("PoliciesGrantingServiceAccess", "ServiceNamespace"));
        var policies = answer.List("PoliciesGrantingServiceAccess")[0];
        Assert.Equal(["inline", "AmazonS3ReadOnlyAccess"], policies.Texts("Policies", "PolicyName"));
        Assert.Equal(["INLINE", "MANAGED"], policies.Texts("Policies", "PolicyType"));
        Assert.Equal(["works", null], policies.Texts("Policies", "EntityName"));
        Assert.Empty(answer.List("PoliciesGrantingServiceAccess")[1].List("Policies"));
    }

    [Fact, Covers("iam", "ListPoliciesGrantingServiceAccess", Aspect.Refuses)]
    public async Task Refuses_who_is_not_there() => Assert.Equal(
        "NoSuchEntity",
        (await account.Root.Iam.FailAsync("ListPoliciesGrantingServiceAccess", new { Arn = account.Arn("role/none"), ServiceNamespaces = new[] { "s3" } })).Code);

    [Fact, Covers("iam", "ListPoliciesGrantingServiceAccess", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListPoliciesGrantingServiceAccess", account.Arn("user/eve")),
            await eve.Iam.FailAsync("ListPoliciesGrantingServiceAccess", new { Arn = account.Arn("user/eve"), ServiceNamespaces = new[] { "s3" } }));
    }
}
