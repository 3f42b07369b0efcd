using System.Text.Json;

namespace Claviger.Policy;

/// <summary>
/// A request and all policies that bear on it as one JSON object, for tests as data: <c>{"id", "request": {"principal", "action", "resource",
/// "resourceAccountId", "context", "wildcardOnlyAction"}, "identityPolicies", "resourcePolicy", "boundaries", "sessionPolicy", "scps", "rcps",
/// "endpointPolicies", "expected", "expectedKind"}</c>.
/// </summary>
public sealed class DecisionCase
{
    private readonly AuthorizationRequest _request;
    private readonly ApplicablePolicies _policies;

    private DecisionCase(string id, in AuthorizationRequest request, in ApplicablePolicies policies, Verdict? expected, PolicyKind? expectedKind)
    {
        Id = id;
        _request = request;
        _policies = policies;
        Expected = expected;
        ExpectedKind = expectedKind;
    }

    /// <summary>What the case goes by; empty if it does not say.</summary>
    public string Id { get; }

    /// <summary>The request.</summary>
    public AuthorizationRequest Request => _request;

    /// <summary>The policies, compiled.</summary>
    public ApplicablePolicies Policies => _policies;

    /// <summary>The verdict that the case expects; null if it says nothing.</summary>
    public Verdict? Expected { get; }

    /// <summary>The kind that the case expects a denial to name; null if it says nothing.</summary>
    public PolicyKind? ExpectedKind { get; }

    /// <summary>Whether a decision is what the case expects, as far as it says.</summary>
    public bool IsAsExpected(in Decision decision) =>
        (Expected is null || Expected == decision.Verdict) && (ExpectedKind is null || ExpectedKind == decision.DecidingKind);

    /// <summary>Decides the case.</summary>
    public Decision Decide() => Evaluator.Decide(_request, _policies);

    /// <summary>Explains the case.</summary>
    public Explanation Explain() => Evaluator.Explain(_request, _policies);

    /// <summary>Reads a case. Policies are taken as stored ones are: what can't be understood in them never allows.</summary>
    /// <exception cref="FormatException">The text is not such an object.</exception>
    public static DecisionCase Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(new CaseObject(document.RootElement, ""));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static DecisionCase Read(CaseObject json)
    {
        var request = json.Object("request");
        var action = request.Text("action");
        var resource = request.Text("resource");
        var caller = CasePrincipal.Parse(request.OptionalText("principal"), action);
        var owner = request.OptionalText("resourceAccountId") is { } account ? AccountId.Parse(account) : AccountOf(resource);
        var isTrust = ServiceRules.IsRoleAssumption(action, resource);

        var policies = new ApplicablePolicies
        {
            Identity = json.Policies("identityPolicies", PolicyKind.Identity),
            Resource = json.Policies("resourcePolicy", isTrust ? PolicyKind.Trust : PolicyKind.Resource),
            ExplicitTrust = ServiceRules.NeedsExplicitTrust(action, resource),
            Boundary = json.Policies("boundaries", PolicyKind.Boundary),
            Session = json.Policies("sessionPolicy", PolicyKind.Session),
            ServiceControl = json.Levels("scps", PolicyKind.ServiceControl),
            ResourceControl = json.Levels("rcps", PolicyKind.ResourceControl),
            Endpoint = json.Policies("endpointPolicies", PolicyKind.Endpoint),
            Standing = ServiceRules.StandingOf(caller, action, resource),
        };
        return new(
            json.Id,
            new(caller, action, resource, owner, request.Context("context"), request.Flag("wildcardOnlyAction")),
            policies,
            json.OptionalText("expected") is { } expected ? VerdictOf(expected) : null,
            json.OptionalText("expectedKind") is { } kind ? KindOf(kind) : null);
    }

    private static AccountId? AccountOf(string resource) =>
        Arn.TryParse(resource, out var arn) && AccountId.TryParse(arn.Account, out var account) ? account : null;

    private static Verdict VerdictOf(string text) => text switch
    {
        "Allowed" => Verdict.Allowed,
        "ImplicitlyDenied" => Verdict.ImplicitlyDenied,
        "ExplicitlyDenied" => Verdict.ExplicitlyDenied,
        _ => throw new FormatException($"expected: there is no verdict {text}."),
    };

    private static PolicyKind KindOf(string text) => Enum.TryParse<PolicyKind>(text, out var kind) && Enum.IsDefined(kind)
        ? kind
        : throw new FormatException($"expectedKind: there is no kind {text}.");
}
