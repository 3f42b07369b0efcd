using System.Text.Json;
using Claviger.Policy.Reference;

namespace Claviger.Policy.Differential;

/// <summary>What must hold of any text whatever that is handed to the engine as a policy. Answers what is wrong, or null.</summary>
internal static class Robustness
{
    private static readonly PolicyKind[] s_kinds = Enum.GetValues<PolicyKind>();

    private static readonly RequestContext s_context = new RequestContext().Set("aws:username", "ann").Set("k:number", "1").Set("aws:TagKeys", ContextValue.List(["ann", ""]));

    public static string? Fault(string text)
    {
        try
        {
            var document = PolicyDocument.Load(text);
            var written = document.ToJson();
            var again = PolicyDocument.Load(written);
            PrincipalRewriter.Rewrite(text, (_, value) => value.Length > 3 ? "AIDAEXAMPLE" : null);
            foreach (var kind in s_kinds)
            {
                PolicyValidator.Validate(text, kind);
                var set = PolicySet.Compile(kind, [new PolicySource("p", null, document)]);
                var decision = Decide(kind, set);
                if (Decide(kind, PolicySet.Compile(kind, [new PolicySource("p", null, again)])).Verdict != decision.Verdict)
                {
                    return $"what is written decides otherwise as {kind}: {written}";
                }

                if (decision.IsAllowed && kind is PolicyKind.Identity && !Grants(text))
                {
                    return "allows although it is not a policy that the grammar knows, or does not allow";
                }
            }
        }
#pragma warning disable CA1031 // whatever is thrown is what is looked for
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return $"threw {thrown.GetType().Name}: {thrown.Message}";
        }

        return null;
    }

    private static Decision Decide(PolicyKind kind, PolicySet set)
    {
        PolicySet[] levels = [set];
        var account = AccountId.Parse(RequestGen.Here);
        var user = Principal.User($"arn:aws:iam::{RequestGen.Here}:user/ann", account);
        var request = new AuthorizationRequest(user, "s3:GetObject", "arn:aws:s3:::b/k", account, s_context);
        var policies = new ApplicablePolicies
        {
            Identity = kind == PolicyKind.Identity ? set : null,
            Resource = kind is PolicyKind.Resource or PolicyKind.Trust ? set : null,
            Boundary = kind == PolicyKind.Boundary ? set : null,
            Session = kind == PolicyKind.Session ? set : null,
            ServiceControl = kind == PolicyKind.ServiceControl ? levels : null,
            ResourceControl = kind == PolicyKind.ResourceControl ? levels : null,
            Endpoint = kind == PolicyKind.Endpoint ? set : null,
        };
        var decision = Evaluator.Decide(request, policies);
        var explained = Evaluator.Explain(request, policies).Decision;
        return explained.Verdict == decision.Verdict ? decision : throw new InvalidOperationException($"decides {decision.Verdict}, explains {explained.Verdict}");
    }

    // Whether the reference lets the policy, taken as an identity policy, allow the same request. What it can't read it does not allow.
    private static bool Grants(string text)
    {
        var request = "{\"principal\":\"arn:aws:iam::" + RequestGen.Here + ":user/ann\",\"action\":\"s3:GetObject\",\"resource\":\"arn:aws:s3:::b/k\",\"resourceAccountId\":\""
            + RequestGen.Here + "\",\"context\":{\"aws:username\":\"ann\",\"k:number\":\"1\",\"aws:TagKeys\":[\"ann\",\"\"]}}";
        try
        {
            return ReferenceEvaluator.Decide($"{{\"request\":{request},\"identityPolicies\":[{text}]}}").Verdict == ReferenceVerdict.Allowed;
        }
        catch (Exception refused) when (refused is FormatException or KeyNotFoundException or InvalidOperationException or JsonException)
        {
            return false;
        }
    }
}
