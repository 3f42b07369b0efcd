using System.Buffers;

namespace Claviger.Policy;

/// <summary>The decision: policies and a request in, a verdict out. Takes no lock, does no I/O.</summary>
public static class Evaluator
{
    private const int StackLength = 256;

    /// <summary>Decides one request. Allocates nothing. An exception of the context source comes through and is to be taken as a denial.</summary>
    public static Decision Decide(in AuthorizationRequest request, in ApplicablePolicies policies)
    {
        if (!IsComplete(request))
        {
            return default;
        }

        var length = RequestView.ScratchLength(request);
        if (length <= StackLength)
        {
            return Decide(request, policies, stackalloc char[StackLength]);
        }

        var rented = ArrayPool<char>.Shared.Rent(length);
        var decision = Decide(request, policies, rented);
        ArrayPool<char>.Shared.Return(rented);
        return decision;
    }

    /// <summary>The same decision with every statement that was looked at and what came of it. Allocates.</summary>
    public static Explanation Explain(in AuthorizationRequest request, in ApplicablePolicies policies)
    {
        var decision = Decide(request, policies);
        if (!IsComplete(request))
        {
            return new(decision, []);
        }

        var kinds = Exemptions.IsExempt(request.Principal) ? Exemptions.Reduce(policies) : policies;
        var view = new RequestView(request, kinds.Boundary is not null, new char[RequestView.ScratchLength(request)]);
        return new(decision, Explainer.Explain(kinds, view));
    }

    private static bool IsComplete(in AuthorizationRequest request) =>
        request is { Principal: not null, Action: not null, Resource: not null, Context: not null };

    private static Decision Decide(in AuthorizationRequest request, in ApplicablePolicies policies, Span<char> scratch) =>
        Exemptions.IsExempt(request.Principal)
            ? DecideApplicable(request, Exemptions.Reduce(policies), scratch)
            : DecideApplicable(request, policies, scratch);

    private static Decision DecideApplicable(in AuthorizationRequest request, in ApplicablePolicies policies, Span<char> scratch)
    {
        if (policies.Standing == StandingRule.AllowsAlways && request.Principal.Type != PrincipalType.Anonymous)
        {
            return new(Verdict.Allowed, null, PolicyKinds.None, null);
        }

        var view = new RequestView(request, policies.Boundary is not null, scratch);
        var denial = ExplicitDenial.Find(policies, view);
        return denial.Verdict == Verdict.ExplicitlyDenied ? denial
            : policies.Standing == StandingRule.NeverAllows ? default
            : GrantRules.Decide(request, policies, view);
    }
}
