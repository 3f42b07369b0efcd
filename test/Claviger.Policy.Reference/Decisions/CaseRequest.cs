using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>The request of a case (section 15).</summary>
internal sealed record CaseRequest(Caller Caller, string Action, string Resource, string? ResourceAccount, RequestKeys Keys)
{
    public static CaseRequest Read(JsonElement request)
    {
        var members = Json.Members(request);
        var principal = members["principal"];
        return new CaseRequest(
            Caller.Of(Json.Text(principal), members["action"].GetString()!),
            members["action"].GetString()!,
            WildcardOnly(members) ? "*" : members["resource"].GetString()!, // section 15
            (members.TryGetValue("resourceAccountId", out var account) ? account.GetString() : null) ?? AccountOf(members["resource"].GetString()!),
            members.TryGetValue("context", out var context) ? RequestKeys.Read(context) : RequestKeys.None);
    }

    private static bool WildcardOnly(Dictionary<string, JsonElement> members) =>
        members.TryGetValue("wildcardOnlyAction", out var only) && only.ValueKind == JsonValueKind.True;

    // A case may leave the account out where the ARN tells it.
    private static string? AccountOf(string resource) =>
        resource.Split(':', 6) is ["arn", _, _, _, { Length: 12 } account, _] ? account : null;

    // 9.2: both must be known; a service, a provider and an anonymous caller have no account.
    public bool SameAccount => Caller.Account is not null && Caller.Account == ResourceAccount;

    // 10.1.1: the resource policy is the role's trust policy.
    public bool AssumesRole => Resource.Split(':', 6) is ["arn", _, "iam", _, _, var role]
        && role.StartsWith("role/", StringComparison.Ordinal)
        && Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase);

    // 10.1.1, 10.2.1: role trust policies and KMS keys must name the caller or its account.
    public bool ExplicitTrust => AssumesRole
        || (Resource.Split(':', 6) is ["arn", _, "kms", _, _, var key] && key.StartsWith("key/", StringComparison.Ordinal));
}
