using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>The smallest statements that would have allowed a call.</summary>
internal static class Remedies
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One statement for each kind whose Allow was wanting; none where a Deny, or no policy at all, decided.</summary>
    public static IReadOnlyList<DenialRemedy> Of(in Decision decision, Caller caller, Target target)
    {
        if (decision.Verdict != Verdict.ImplicitlyDenied)
        {
            return [];
        }

        var remedies = new List<DenialRemedy>();
        foreach (var kind in KindsOf(decision.DenyingKinds))
        {
            remedies.Add(new DenialRemedy(kind, Statement(kind, caller, target)));
        }

        return remedies;
    }

    /// <summary>The single kinds among flags.</summary>
    public static IEnumerable<PolicyKind> KindsOf(PolicyKinds kinds) =>
        Enum.GetValues<PolicyKind>().Where(kind => ((int)kinds & (1 << (int)kind)) != 0);

    private static string Statement(PolicyKind kind, Caller caller, Target target)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("Effect", "Allow");
            if (kind is PolicyKind.Resource or PolicyKind.Trust)
            {
                json.WriteStartObject("Principal");
                json.WriteString("AWS", caller.Principal.RoleArn ?? caller.Arn);
                json.WriteEndObject();
            }

            json.WriteString("Action", target.Action);
            if (kind != PolicyKind.Trust)
            {
                json.WriteString("Resource", target.IsWildcardOnly ? "*" : Literal(target.Resource));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    // What a resource's name holds of the language's own characters is written so that it means itself.
    private static string Literal(string resource) => resource == "*"
        ? resource
        : resource.Replace("$", "${$}", StringComparison.Ordinal).Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal);
}
