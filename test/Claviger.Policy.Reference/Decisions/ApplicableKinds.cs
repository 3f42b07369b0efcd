using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>The policies of a case by kind (section 15).</summary>
internal sealed record ApplicableKinds(
    IReadOnlyList<Policy> Identity,
    Policy? Resource,
    IReadOnlyList<Policy> Boundary,
    IReadOnlyList<Policy>? Session,
    IReadOnlyList<IReadOnlyList<Policy>> Scp,
    IReadOnlyList<IReadOnlyList<Policy>> Rcp,
    IReadOnlyList<Policy> Endpoint)
{
    public static ApplicableKinds Read(JsonElement testCase)
    {
        var members = Json.Members(testCase);
        return new ApplicableKinds(
            Policies("identityPolicies"),
            One("resourcePolicy"),
            Policies("boundaries"),
            // 8: several session policies are one set.
            members.TryGetValue("sessionPolicy", out var session) && session.ValueKind != JsonValueKind.Null
                ? [.. Json.Items(session).Select(Policy.Read)]
                : null,
            Levels("scps"),
            Levels("rcps"),
            Policies("endpointPolicies"));

        Policy? One(string name) =>
            members.TryGetValue(name, out var policy) && policy.ValueKind != JsonValueKind.Null ? Policy.Read(policy) : null;

        List<Policy> Policies(string name) => members.TryGetValue(name, out var list) ? [.. list.EnumerateArray().Select(Policy.Read)] : [];

        List<IReadOnlyList<Policy>> Levels(string name) =>
            members.TryGetValue(name, out var levels)
                ? [.. levels.EnumerateArray().Select(level => level.EnumerateArray().Select(Policy.Read).ToList())]
                : [];
    }
}
