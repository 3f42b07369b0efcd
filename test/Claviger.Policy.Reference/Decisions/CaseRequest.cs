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
            Caller.Of(principal.ValueKind == JsonValueKind.Null ? null : principal.GetString()),
            members["action"].GetString()!,
            members["resource"].GetString()!,
            (members.TryGetValue("resourceAccountId", out var account) ? account.GetString() : null) ?? AccountOf(members["resource"].GetString()!),
            members.TryGetValue("context", out var context) ? RequestKeys.Read(context) : RequestKeys.None);
    }

    // A case may leave the account out where the ARN tells it.
    private static string? AccountOf(string resource) =>
        resource.Split(':', 6) is ["arn", _, _, _, { Length: 12 } account, _] ? account : null;

    // 9.2: both must be known; a service, a provider and an anonymous caller have no account.
    public bool SameAccount => Caller.Account is not null && Caller.Account == ResourceAccount;

    // 10.1.1 and 10.2.1: role trust policies and KMS keys must name the caller or its account.
    public bool ExplicitTrust
    {
        get
        {
            var parts = Resource.Split(':', 6);
            return parts.Length == 6 && parts[0] == "arn"
                && ((parts[2] == "kms" && parts[5].StartsWith("key/", StringComparison.Ordinal))
                    || (parts[2] == "iam" && parts[5].StartsWith("role/", StringComparison.Ordinal) && ActionIsIn("sts:")));
        }
    }

    public bool ActionIsIn(string prefix) => Action.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
