using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Whole cases of section 15, without what is expected of them.</summary>
internal static class CaseGen
{
    private const string FullAccess = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    private const string FullAccessRcp = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    private static readonly Gen<string> s_identity = Gen.Frequency((60, Some(85, 1, 3, PolicyGen.Plain)), (1, Pick.Array(PolicyGen.Plain, 4, 40))).Select(text => $"\"identityPolicies\":{text}");

    private static readonly Gen<string> s_boundaries = Some(30, 1, 1, PolicyGen.Plain).Select(text => $"\"boundaries\":{text}");

    private static readonly Gen<string> s_session = Or(30, Pick.Mostly(90, PolicyGen.Plain, Pick.Array(PolicyGen.Plain, 1, 2))).Select(text => $"\"sessionPolicy\":{text}");

    private static readonly Gen<string> s_scps = Levels(25, FullAccess, PolicyGen.Plain).Select(text => $"\"scps\":{text}");

    private static readonly Gen<string> s_rcps = Levels(15, FullAccessRcp, PolicyGen.Rcp).Select(text => $"\"rcps\":{text}");

    private static readonly Gen<string> s_endpoint = Some(15, 1, 2, Pick.Mostly(50, PolicyGen.Endpoint, Gen.Const(FullAccessRcp))).Select(text => $"\"endpointPolicies\":{text}");

    public static Gen<string> Case { get; } = Gen.Frequency(
        (8, Of(RequestGen.Ordinary, Or(60, PolicyGen.Resource))),
        (2, Of(RequestGen.Assuming, Or(85, PolicyGen.Trust))));

    private static Gen<string> Of(Gen<string> request, Gen<string> resourcePolicy) =>
        Gen.Select(request, resourcePolicy, s_identity, s_boundaries, s_session, s_scps, s_rcps, s_endpoint,
            (asked, resource, identity, boundaries, session, scps, rcps, endpoint) => Pick.Object(
                "\"id\":\"generated\"", $"\"request\":{asked}", identity, $"\"resourcePolicy\":{resource}", boundaries, session, scps, rcps, endpoint));

    private static Gen<string> Some(int percent, int least, int most, Gen<string> policy) =>
        Pick.Mostly(percent, Pick.Array(policy, least, most), Gen.Const("[]"));

    private static Gen<string> Or(int percent, Gen<string> policy) => Pick.Mostly(percent, policy, Gen.Const("null"));

    private static Gen<string> Levels(int percent, string fullAccess, Gen<string> policy)
    {
        var level = Gen.Frequency(
            (5, policy.Array[0, 2].Select(policies => $"[{string.Join(',', [.. policies, fullAccess])}]")),
            (2, Pick.Array(policy, 0, 2)));
        return Pick.Mostly(percent, Pick.Array(level, 1, 2), Gen.Const("[]"));
    }
}
