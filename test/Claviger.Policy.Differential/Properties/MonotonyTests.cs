using System.Text.Json.Nodes;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>What one more policy can do to a decision, whatever the policies are.</summary>
public sealed class MonotonyTests
{
    private const int Cases = 4_000;

    private static readonly Gen<string> s_plainDeny = PolicyGen.Plain.Select(text => text.Replace("\"Effect\":\"Allow\"", "\"Effect\":\"Deny\"", StringComparison.Ordinal));

    private static readonly Gen<string> s_resourceDeny =
        PolicyGen.Resource.Select(text => text.Replace("\"Effect\":\"Allow\"", "\"Effect\":\"Deny\"", StringComparison.Ordinal));

    private static readonly Gen<string> s_plainAllow = PolicyGen.Plain.Select(text => text.Replace("\"Effect\":\"Deny\"", "\"Effect\":\"Allow\"", StringComparison.Ordinal));

    private static readonly Gen<string> s_resourceAllow =
        PolicyGen.Resource.Select(text => text.Replace("\"Effect\":\"Deny\"", "\"Effect\":\"Allow\"", StringComparison.Ordinal));

    [Fact]
    public void One_more_Deny_never_allows() =>
        Gen.Select(CaseGen.Case, s_plainDeny, s_resourceDeny).Sample(
            (line, plain, resource) => Kinds(line).All(kind =>
                Answer.OfEngine(Added(line, kind, plain, resource)).Verdict != Verdict.Allowed || Answer.OfEngine(line).Verdict == Verdict.Allowed),
            iter: Cases,
            threads: 1);

    [Fact]
    public void One_more_Allow_where_the_kind_is_present_never_denies() =>
        Gen.Select(CaseGen.Case, s_plainAllow, s_resourceAllow).Sample(
            (line, plain, resource) =>
            {
                var before = Answer.OfEngine(line).Verdict;
                return Kinds(line).All(kind => kind is not ("identityPolicies" or "resourcePolicy") && IsAbsent(line, kind)
                    || Narrowness(Answer.OfEngine(Added(line, kind, plain, resource)).Verdict) <= Narrowness(before));
            },
            iter: Cases,
            threads: 1);

    [Fact]
    public void A_boundary_only_narrows() =>
        Gen.Select(CaseGen.Case, PolicyGen.Plain).Sample(
            (line, boundary) => Answer.OfEngine(CaseText.With(line, "boundaries", $"[{boundary}]")).Verdict != Verdict.Allowed
                || Answer.OfEngine(CaseText.With(line, "boundaries", "[]")).Verdict == Verdict.Allowed,
            iter: Cases,
            threads: 1);

    // AWS: a federated user without a session policy has no permissions of its own; there the policy is what lets it use the user's.
    [Fact]
    public void A_session_policy_only_narrows_but_for_federated_users() =>
        Gen.Select(CaseGen.Case, PolicyGen.Plain).Sample(
            (line, session) => line.Contains(":federated-user/ann\",\"action\"", StringComparison.Ordinal)
                || Answer.OfEngine(CaseText.With(line, "sessionPolicy", session)).Verdict != Verdict.Allowed
                || Answer.OfEngine(CaseText.With(line, "sessionPolicy", "null")).Verdict == Verdict.Allowed,
            iter: Cases,
            threads: 1);

    private static int Narrowness(Verdict verdict) => verdict switch
    {
        Verdict.Allowed => 0,
        Verdict.ImplicitlyDenied => 1,
        Verdict.ExplicitlyDenied => 2,
    };

    private static string[] Kinds(string line) =>
        line.Contains("\"action\":\"sts:GetCallerIdentity\"", StringComparison.Ordinal)
            ? []
            : ["identityPolicies", "resourcePolicy", "boundaries", "sessionPolicy", "scps", "rcps", "endpointPolicies"];

    private static bool IsAbsent(string line, string kind) => CaseText.Parse(line)[kind] is null or JsonArray { Count: 0 };

    // Puts the policy beside those of the kind; into the first level; its statements into the one policy that a resource or a session has.
    private static string Added(string line, string kind, string plain, string resource)
    {
        var node = CaseText.Parse(line);
        var added = CaseText.Parse(kind is "resourcePolicy" or "rcps" or "endpointPolicies" ? resource : plain);
        switch (kind)
        {
            case "resourcePolicy" or "sessionPolicy" when node[kind] is JsonObject present:
                foreach (var statement in CaseText.Statements(added))
                {
                    CaseText.Statements(present).Add(statement!.DeepClone());
                }

                break;
            case "sessionPolicy" when node[kind] is JsonArray several:
                several.Add(added);
                break;
            case "resourcePolicy" or "sessionPolicy":
                node[kind] = added;
                break;
            case "scps" or "rcps" when node[kind]!.AsArray() is { Count: > 0 } levels:
                levels[0]!.AsArray().Add(added);
                break;
            case "scps" or "rcps":
                node[kind]!.AsArray().Add(new JsonArray(added));
                break;
            default:
                node[kind]!.AsArray().Add(added);
                break;
        }

        return CaseText.Write(node);
    }
}
