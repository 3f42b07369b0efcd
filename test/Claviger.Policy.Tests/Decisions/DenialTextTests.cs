namespace Claviger.Policy.Tests;

public sealed class DenialTextTests
{
    private const string Caller = "arn:aws:iam::111122223333:user/alice";
    private const string Start = "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k ";

    [Theory]
    [InlineData(PolicyKind.Identity, "because no identity-based policy allows the s3:GetObject action")]
    [InlineData(PolicyKind.Resource, "because no resource-based policy allows the s3:GetObject action")]
    [InlineData(PolicyKind.Trust, "because no role trust policy allows the s3:GetObject action")]
    [InlineData(PolicyKind.Boundary, "because no permissions boundary allows the s3:GetObject action")]
    [InlineData(PolicyKind.Session, "because no session policy allows the s3:GetObject action")]
    [InlineData(PolicyKind.ServiceControl, "because no service control policy allows the s3:GetObject action")]
    [InlineData(PolicyKind.ResourceControl, "because no resource control policy allows the s3:GetObject action")]
    [InlineData(PolicyKind.Endpoint, "because no VPC endpoint policy allows the s3:GetObject action")]
    public void Names_the_kind_whose_allow_is_missing(PolicyKind kind, string reason) =>
        Assert.Equal(Start + reason, Write(new Decision(Verdict.ImplicitlyDenied, kind, kind.AsFlag(), null)));

    [Theory]
    [InlineData(PolicyKind.Identity, "with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/p")]
    [InlineData(PolicyKind.Resource, "with an explicit deny in a resource-based policy")]
    [InlineData(PolicyKind.Trust, "with an explicit deny in the role trust policy")]
    [InlineData(PolicyKind.Boundary, "with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/p")]
    [InlineData(PolicyKind.Session, "with an explicit deny in a session policy: arn:aws:iam::111122223333:policy/p")]
    [InlineData(PolicyKind.ServiceControl, "with an explicit deny in a service control policy: arn:aws:iam::111122223333:policy/p")]
    [InlineData(PolicyKind.ResourceControl, "with an explicit deny in a resource control policy: arn:aws:iam::111122223333:policy/p")]
    [InlineData(PolicyKind.Endpoint, "with an explicit deny in a VPC endpoint policy")]
    public void Names_the_kind_that_denies_and_a_managed_policy(PolicyKind kind, string reason) => Assert.Equal(Start + reason, Write(Denied(kind)));

    [Fact]
    public void Takes_the_services_form()
    {
        var denied = Denied(PolicyKind.Identity);

        Assert.Equal(Start + "with an explicit deny in an identity-based policy", Write(denied, DenialTextForm.NoPolicyArn));
        Assert.Equal(Start + "with an explicit deny", Write(denied, DenialTextForm.BareExplicitDeny));
        Assert.Equal(Start.TrimEnd(), Write(denied, DenialTextForm.NoReason));
        Assert.Equal(
            "User: anonymous is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\"",
            DenialText.Write(denied, "anonymous", "s3:GetObject", "arn:aws:s3:::b/k", DenialTextForm.QuotedResource | DenialTextForm.NoReason));
        Assert.Equal(
            Start + "with an explicit deny in a VPC endpoint policy transitively through a service control policy",
            Write(Denied(PolicyKind.Endpoint), DenialTextForm.EndpointThroughServiceControl));
        Assert.Equal(
            "User: x is not authorized to perform: a:B with an explicit deny",
            DenialText.Write(denied, "x", "a:B", null, DenialTextForm.BareExplicitDeny));
    }

    [Fact]
    public void Gives_no_reason_where_no_policy_is_to_blame() => Assert.Equal(Start.TrimEnd(), Write(default));

    private static Decision Denied(PolicyKind kind) => new(
        Verdict.ExplicitlyDenied, kind, kind.AsFlag(), PolicySetTests.Source("{}", "arn:aws:iam::111122223333:policy/p"));

    private static string Write(in Decision decision, DenialTextForm form = DenialTextForm.Standard) =>
        DenialText.Write(decision, Caller, "s3:GetObject", "arn:aws:s3:::b/k", form);
}
