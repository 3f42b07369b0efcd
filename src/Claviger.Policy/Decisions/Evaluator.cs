namespace Claviger.Policy;

/// <summary>The decision: policies and a request in, a verdict out. Allocates nothing, takes no lock, does no I/O.</summary>
public static class Evaluator
{
    /// <summary>Decides one request.</summary>
    public static Decision Decide(in AuthorizationRequest request, in ApplicablePolicies policies) =>
        request.Principal is null || policies.Identity is null ? default : new(Verdict.ImplicitlyDenied, PolicyKind.Identity, PolicyKinds.Identity, null);

    /// <summary>The same decision with every statement that was looked at and what came of it. Allocates.</summary>
    public static Explanation Explain(in AuthorizationRequest request, in ApplicablePolicies policies) =>
        new(Decide(request, policies), []);
}
