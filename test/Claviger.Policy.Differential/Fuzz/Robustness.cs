using System.Text.Json;

namespace Claviger.Policy.Differential;

/// <summary>What must hold of any text whatever that is handed to the engine as a policy.</summary>
internal static class Robustness
{
    private const string NoPolicy = "\"\"";

    private static readonly PolicyKind[] s_kinds = [.. Enum.GetValues<PolicyKind>().Where(kind => kind != PolicyKind.Trust)];

    private static readonly RequestContext s_context = new RequestContext().Set("aws:username", "ann").Set("k:number", "1").Set("aws:TagKeys", ContextValue.List(["ann", ""]));

    private static readonly string s_request = "\"id\":\"fuzz\",\"request\":{\"principal\":\"arn:aws:iam::" + RequestGen.Here
        + ":user/ann\",\"action\":\"s3:GetObject\",\"resource\":\"arn:aws:s3:::b/k\",\"resourceAccountId\":\"" + RequestGen.Here
        + "\",\"context\":{\"aws:username\":\"ann\",\"k:number\":\"1\",\"aws:TagKeys\":[\"ann\",\"\"]}}";

    // All that the engine does with a text, each once.
    public static void Handle(string text)
    {
        var document = PolicyDocument.Load(text);
        document.ToJson();
        PrincipalRewriter.Rewrite(text, (_, _) => null);
        foreach (var kind in s_kinds)
        {
            PolicyValidator.Validate(text, kind);
            Decide(kind, document);
        }
    }

    // What is wrong with what the engine makes of a text, or null.
    public static string? Fault(string text)
    {
        try
        {
            var document = PolicyDocument.Load(text);
            var again = PolicyDocument.Load(document.ToJson());
            PrincipalRewriter.Rewrite(text, (_, value) => value.Length > 3 ? "AIDAEXAMPLE" : null);
            foreach (var kind in s_kinds)
            {
                var answer = Decide(kind, document);
                if (Decide(kind, again) != answer)
                {
                    return $"what is written decides otherwise as {kind}";
                }

                if (Expected(kind, text) != answer.ToString())
                {
                    return $"as {kind} {answer}, not {Expected(kind, text)}";
                }

                // What may be saved must be what is understood, or the saved policy would not do what it says.
                if (PolicyValidator.Validate(text, kind) is null && !document.IsUnderstood)
                {
                    return $"may be saved as {kind} but is not understood";
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

    private static Answer Decide(PolicyKind kind, PolicyDocument document)
    {
        var set = PolicySet.Compile(kind, [new PolicySource("p", null, document)]);
        PolicySet[] levels = [set];
        var account = AccountId.Parse(RequestGen.Here);
        var user = Principal.User($"arn:aws:iam::{RequestGen.Here}:user/ann", account);
        var request = new AuthorizationRequest(user, "s3:GetObject", "arn:aws:s3:::b/k", account, s_context);
        var policies = new ApplicablePolicies
        {
            Identity = kind == PolicyKind.Identity ? set : null,
            Resource = kind == PolicyKind.Resource ? set : null,
            Boundary = kind == PolicyKind.Boundary ? set : null,
            Session = kind == PolicyKind.Session ? set : null,
            ServiceControl = kind == PolicyKind.ServiceControl ? levels : null,
            ResourceControl = kind == PolicyKind.ResourceControl ? levels : null,
            Endpoint = kind == PolicyKind.Endpoint ? set : null,
        };
        var decision = Evaluator.Decide(request, policies);
        var explained = Evaluator.Explain(request, policies).Decision;
        return Answer.Of(explained) == Answer.Of(decision) ? Answer.Of(decision) : throw new InvalidOperationException($"decides {decision.Verdict}, explains {explained.Verdict}");
    }

    // What the reference says of the same question. Text that is no JSON, or no Unicode, is to it a policy that is none.
    private static string Expected(PolicyKind kind, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            text = document.RootElement.ValueKind == JsonValueKind.Null || !IsUnicode(document.RootElement) ? NoPolicy : text;
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException)
        {
            text = NoPolicy;
        }

        return Answer.OfReference($"{{{s_request},{kind switch
        {
            PolicyKind.Identity => $"\"identityPolicies\":[{text}]",
            PolicyKind.Resource => $"\"resourcePolicy\":{text}",
            PolicyKind.Boundary => $"\"boundaries\":[{text}]",
            PolicyKind.Session => $"\"sessionPolicy\":[{text}]",
            PolicyKind.ServiceControl => $"\"scps\":[[{text}]]",
            PolicyKind.ResourceControl => $"\"rcps\":[[{text}]]",
            PolicyKind.Endpoint => $"\"endpointPolicies\":[{text}]",
            PolicyKind.Trust => throw new ArgumentOutOfRangeException(nameof(kind)),
        }}}}").ToString();
    }

    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name.Length >= 0 && IsUnicode(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsUnicode),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false; // half of a surrogate pair, written as an escape
        }
    }
}
