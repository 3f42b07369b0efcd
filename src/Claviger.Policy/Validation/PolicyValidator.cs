using System.Text;

namespace Claviger.Policy;

/// <summary>The checks that a policy must pass to be saved.</summary>
public static class PolicyValidator
{
    /// <summary>What IAM's API takes at most, in characters, whatever the quota.</summary>
    private const int MaxLength = 131_072;

    /// <summary>The first fault in AWS's order of checks, or null if the policy may be saved as that kind.</summary>
    /// <remarks>Quotas of size are not checked here (see <see cref="PolicySize"/>), nor whether the principals named exist.</remarks>
    public static PolicyError? Validate(string json, PolicyKind kind)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength)
        {
            return new PolicyError(ValidationText.Syntax, 1, 1, "");
        }

        var root = JsonText.TryRead(json, out var faultOffset);
        var fault = root is null
            ? new PolicyFault(kind == PolicyKind.Trust ? ValidationText.InvalidJson : ValidationText.Syntax, faultOffset, "")
            : Find(new PolicyTree(root), json, kind);
        return fault is null ? null : At(json, fault, kind);
    }

    private static PolicyFault? Find(PolicyTree policy, string json, PolicyKind kind) => kind switch
    {
        PolicyKind.Identity or PolicyKind.Boundary => IdentityRules.Find(policy, json, requiresVersion: true),
        PolicyKind.Session => IdentityRules.Find(policy, json, requiresVersion: false),
        PolicyKind.Trust => TrustRules.Find(policy, json),
        PolicyKind.Resource or PolicyKind.Endpoint => ResourceRules.Find(policy),
        PolicyKind.ServiceControl => ServiceControlRules.Find(policy),
        PolicyKind.ResourceControl => ResourceControlRules.Find(policy),
    };

    private static PolicyError At(string json, PolicyFault fault, PolicyKind kind)
    {
        // Faults are placed by bytes of UTF-8; lines and columns count characters.
        var utf8 = Encoding.UTF8.GetBytes(json);
        var before = Encoding.UTF8.GetString(utf8, 0, Math.Min(fault.Offset, utf8.Length));
        var lineStart = before.LastIndexOf('\n') + 1;

        // AWS: Organizations has one text for whatever is wrong.
        var message = kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl ? ValidationText.ControlPolicy : fault.Message;
        return new PolicyError(message, before.AsSpan().Count('\n') + 1, before.Length - lineStart + 1, fault.Path);
    }
}
