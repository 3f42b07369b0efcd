using Claviger.Aws.Shapes.Iam;

namespace Claviger.Console;

/// <summary>Managed policies, AWS's and the account's own.</summary>
internal static class PolicyFinder
{
    private const int Most = 1000;

    /// <summary>All policies of a scope: <c>All</c>, <c>AWS</c> or <c>Local</c>.</summary>
    public static async ValueTask<IReadOnlyList<PolicyShape>> AllAsync(PrincipalCalls aws, string scope = "All")
    {
        var policies = new List<PolicyShape>();
        string? marker = null;
        do
        {
            var page = await aws.CallAsync(ListPoliciesRequest.Operation, new() { Scope = scope, Marker = marker, MaxItems = Most });
            policies.AddRange(page.Policies ?? []);
            marker = page.Marker;
        }
        while (marker is not null);
        return policies;
    }

    /// <summary>The policies whose name or ARN holds a text; those whose name begins with it first.</summary>
    public static IEnumerable<PolicyShape> Matching(IEnumerable<PolicyShape> policies, string text) => policies
        .Where(policy => policy.Arn!.Contains(text, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(policy => policy.PolicyName!.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    public static bool IsOfAws(string? arn) => arn?.StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal) ?? false;

    /// <summary>The name in a policy's ARN.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
