using System.Text.Json;
using System.Text.RegularExpressions;
using Claviger.Aws.Shapes.IamToolbox;

namespace Claviger.Console;

/// <summary>The words of an explanation, as people say them.</summary>
internal static partial class DenialWords
{
    /// <summary>A kind of policy.</summary>
    /// <param name="type">As the API names it, for example <c>IDENTITY_BASED_POLICY</c>.</param>
    public static string Kind(string? type) => type switch
    {
        "IDENTITY_BASED_POLICY" => "identity-based policy",
        "RESOURCE_BASED_POLICY" => "resource-based policy",
        "PERMISSIONS_BOUNDARY" => "permissions boundary",
        "SESSION_POLICY" => "session policy",
        "SERVICE_CONTROL_POLICY" => "service control policy",
        "RESOURCE_CONTROL_POLICY" => "resource control policy",
        "VPC_ENDPOINT_POLICY" => "VPC endpoint policy",
        _ => "policy",
    };

    /// <summary>What decided, in a sentence.</summary>
    public static string Verdict(string? type, bool isExplicit) =>
        isExplicit ? $"A statement of this kind denies it: {Kind(type)}." : $"No {Kind(type)} allows it.";

    /// <summary>Which statement of its policy.</summary>
    public static string Place(StatementOutcomeShape statement) =>
        statement.Sid is { Length: > 0 } sid ? sid : statement.Index is { } index ? $"No. {PageAddress.Text(index + 1)}" : "–";

    /// <summary>Whether a statement applied, and if not, what stopped it.</summary>
    public static string Outcome(string outcome) => outcome switch
    {
        "APPLIES" => "Applies",
        "ACTION_DIFFERS" => "Is about other actions",
        "RESOURCE_DIFFERS" => "Is about other resources",
        "PRINCIPAL_DIFFERS" => "Is about other principals",
        "CONDITION_FAILS" => "A condition doesn't hold",
        _ => "Can't apply",
    };

    /// <summary>The authorization id that a denial's message ends with; null if it has none.</summary>
    public static string? AuthorizationId(string? message) => AuthorizationIdRegex().Match(message ?? "") is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>The value of a condition key; a dash where the request had none.</summary>
    public static string Value(IReadOnlyDictionary<string, JsonElement>? context, string key) =>
        context is not null && context.TryGetValue(key, out var value) ? value.ToString() : "–";

    [GeneratedRegex("/authorization-details/(?<id>[0-9a-z]+)(?: |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorizationIdRegex();
}
