using System.Text.Json;

namespace Claviger.Policy.Differential;

/// <summary>A case of section 15 as the engine's public interface takes it.</summary>
internal sealed class EngineCase
{
    private EngineCase(AuthorizationRequest request, ApplicablePolicies policies) => (Request, Policies) = (request, policies);

    public AuthorizationRequest Request { get; }

    public ApplicablePolicies Policies { get; }

    public Decision Decide() => Evaluator.Decide(Request, Policies);

    public Explanation Explain() => Evaluator.Explain(Request, Policies);

    public static EngineCase Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var request = ReadRequest(root.GetProperty("request"));
        var assuming = IsRole(request.Resource) && request.Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase);
        var policies = new ApplicablePolicies
        {
            Identity = PolicySet.Compile(PolicyKind.Identity, Sources(root, "identityPolicies")),
            Resource = One(root, "resourcePolicy", assuming ? PolicyKind.Trust : PolicyKind.Resource),
            ExplicitTrust = assuming || IsKey(request.Resource),
            Boundary = Some(root, "boundaries", PolicyKind.Boundary),
            Session = One(root, "sessionPolicy", PolicyKind.Session),
            ServiceControl = Levels(root, "scps", PolicyKind.ServiceControl),
            ResourceControl = Levels(root, "rcps", PolicyKind.ResourceControl),
            Endpoint = Some(root, "endpointPolicies", PolicyKind.Endpoint),
            Standing = request.Action.Equals("sts:GetCallerIdentity", StringComparison.OrdinalIgnoreCase) ? StandingRule.AllowsAlways : StandingRule.None,
        };
        return new EngineCase(request, policies);
    }

    private static AuthorizationRequest ReadRequest(JsonElement request)
    {
        var context = new RequestContext();
        if (request.TryGetProperty("context", out var keys))
        {
            foreach (var key in keys.EnumerateObject())
            {
                context.TryAdd(ContextKey.Of(key.Name), key.Value.ValueKind == JsonValueKind.Array
                    ? ContextValue.List([.. key.Value.EnumerateArray().Select(value => value.GetString()!)])
                    : ContextValue.Of(key.Value.GetString()));
            }
        }

        return new AuthorizationRequest(
            ReadPrincipal(request.GetProperty("principal").GetString()),
            request.GetProperty("action").GetString()!,
            request.GetProperty("resource").GetString()!,
            request.TryGetProperty("resourceAccountId", out var account) && account.GetString() is { } id ? AccountId.Parse(id) : null,
            context,
            request.TryGetProperty("wildcardOnlyAction", out var wildcardOnly) && wildcardOnly.GetBoolean());
    }

    private static Principal ReadPrincipal(string? text)
    {
        if (text is null)
        {
            return Principal.Anonymous;
        }

        if (!Arn.TryParse(text, out var arn))
        {
            return text.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? Principal.Service(text) : Principal.Federated(text);
        }

        var account = AccountId.Parse(arn.Account);
        var path = arn.Resource.Split('/');
        return (arn.Service, path[0]) switch
        {
            ("iam", "user") => Principal.User(text, account),
            ("iam", "role") => Principal.Role(text, account),
            ("iam", "root") => Principal.Root(account, arn.Partition),
            ("sts", "assumed-role") => Principal.RoleSession(text, $"arn:{arn.Partition}:iam::{account}:role/{path[1]}", account),
            ("sts", "federated-user") => Principal.FederatedUser(text, account, path[1]),
            _ => Principal.Federated(text),
        };
    }

    private static bool IsRole(string resource) => Arn.TryParse(resource, out var arn) && arn.Service == "iam" && arn.Resource.StartsWith("role/", StringComparison.Ordinal);

    private static bool IsKey(string resource) => Arn.TryParse(resource, out var arn) && arn.Service == "kms" && arn.Resource.StartsWith("key/", StringComparison.Ordinal);

    private static PolicySource Source(JsonElement policy) => new("policy", null, PolicyDocument.Load(policy.GetRawText()));

    private static List<PolicySource> Sources(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(Source)] : [];

    private static PolicySet? Some(JsonElement root, string name, PolicyKind kind) =>
        Sources(root, name) is { Count: > 0 } sources ? PolicySet.Compile(kind, sources) : null;

    private static PolicySet? One(JsonElement root, string name, PolicyKind kind) =>
        root.TryGetProperty(name, out var policy) && policy.ValueKind != JsonValueKind.Null ? PolicySet.Compile(kind, [Source(policy)]) : null;

    private static List<PolicySet>? Levels(JsonElement root, string name, PolicyKind kind) =>
        root.TryGetProperty(name, out var levels)
            ? [.. levels.EnumerateArray().Select(level => PolicySet.Compile(kind, [.. level.EnumerateArray().Select(Source)]))]
            : null;
}
