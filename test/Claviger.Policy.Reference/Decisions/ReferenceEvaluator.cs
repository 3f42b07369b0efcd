using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>
/// The policy language read word for word: decides a case of section 15. It is slow, and shares no code with the engine that it is held against.
/// Numbers in comments are those of the rules in the specification.
/// </summary>
public static class ReferenceEvaluator
{
    /// <summary>Decides one case, a JSON object on one line.</summary>
    /// <exception cref="FormatException">It is no case. Policies in it may be anything.</exception>
    public static ReferenceDecision Decide(string caseLine)
    {
        using var document = JsonDocument.Parse(caseLine);
        return Decide(document.RootElement);
    }

    /// <summary>Decides one case.</summary>
    /// <exception cref="FormatException">It is no case. Policies in it may be anything.</exception>
    public static ReferenceDecision Decide(JsonElement testCase)
    {
        var request = CaseRequest.Read(testCase.GetProperty("request"));
        return Decide(request, ApplicableKinds.Read(testCase));
    }

    private static ReferenceDecision Decide(CaseRequest request, ApplicableKinds policies)
    {
        // 10.3.1: nothing denies it to whoever has signed.
        if (FixedRules.AllowsAlways(request))
        {
            return new ReferenceDecision(ReferenceVerdict.Allowed, null);
        }

        // 8.2, fixed exceptions.
        if (request.Caller.HasNoIdentitySide)
        {
            policies = policies with { Identity = [], Boundary = [], Session = null, Scp = [] };
        }

        var bounded = policies.Boundary.Count > 0;
        StatementQuestion Question(ReferenceKind kind) => new(kind, request, bounded);

        var scp = Outcome.OfLevels(policies.Scp, Question(ReferenceKind.Scp));
        var rcp = Outcome.OfLevels(policies.Rcp, Question(ReferenceKind.Rcp));
        var endpoint = Outcome.Of(policies.Endpoint, Question(ReferenceKind.Endpoint));
        var resource = Outcome.Of(policies.Resource is null ? [] : [policies.Resource], Question(ReferenceKind.Resource));
        var identity = Outcome.Of(policies.Identity, Question(ReferenceKind.Identity));
        var boundary = Outcome.Of(policies.Boundary, Question(ReferenceKind.Boundary));
        var session = Outcome.Of(policies.Session ?? [], Question(ReferenceKind.Session));

        // E1, and the order of 12.4.
        (ReferenceKind Kind, Outcome Outcome)[] all =
        [
            (ReferenceKind.Scp, scp), (ReferenceKind.Rcp, rcp), (ReferenceKind.Endpoint, endpoint), (ReferenceKind.Resource, resource),
            (ReferenceKind.Identity, identity), (ReferenceKind.Boundary, boundary), (ReferenceKind.Session, session),
        ];
        foreach (var (kind, outcome) in all)
        {
            if (outcome.Denies)
            {
                return new ReferenceDecision(ReferenceVerdict.ExplicitlyDenied, kind);
            }
        }

        // Section 10: denied whatever the policies allow, and no kind is to blame.
        if (FixedRules.NeverAllows(request))
        {
            return new ReferenceDecision(ReferenceVerdict.ImplicitlyDenied, null);
        }

        // E2, E3, named in the order of 12.4.
        if (!scp.Allows)
        {
            return Silent(ReferenceKind.Scp);
        }

        if (!rcp.Allows)
        {
            return Silent(ReferenceKind.Rcp);
        }

        // E4.
        if (policies.Endpoint.Count > 0 && !endpoint.Allows)
        {
            return Silent(ReferenceKind.Endpoint);
        }

        // E5 with the terms of 9.2.
        var root = request.Caller.Kind == CallerKind.Root;
        var silent = GrantRules.SilentKind(
            request,
            resource.Strengths,
            root || identity.Allows || FixedRules.NeedsNoPermission(request),
            root || !bounded || boundary.Allows,
            root || (policies.Session is null ? request.Caller.Kind != CallerKind.FederatedUser : session.Allows));
        return silent is { } named ? Silent(named) : new ReferenceDecision(ReferenceVerdict.Allowed, null);
    }

    private static ReferenceDecision Silent(ReferenceKind kind) => new(ReferenceVerdict.ImplicitlyDenied, kind);
}
