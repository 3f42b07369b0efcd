using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Claviger.Policy.Bench;

/// <summary>The fixtures' policies in Cedar's language: action patterns become groups of actions, resources and keys attributes of the context.</summary>
internal static partial class CedarText
{
    /// <summary>One Cedar policy a statement.</summary>
    public static string Of(IReadOnlyList<string> documents)
    {
        var text = new StringBuilder();
        foreach (var document in documents)
        {
            using var json = JsonDocument.Parse(document);
            foreach (var statement in json.RootElement.GetProperty("Statement").EnumerateArray())
            {
                Write(text, statement);
            }
        }

        return text.ToString();
    }

    /// <summary>The groups that an action is in: every pattern of the policies that covers it.</summary>
    public static string[] GroupsOf(string action, IReadOnlyList<string> documents) =>
    [
        .. documents
            .SelectMany(d => Quoted().Matches(d).Select(m => m.Groups[1].Value))
            .Where(text => text != action && text.Contains('*', StringComparison.Ordinal) && !text.StartsWith("arn:", StringComparison.Ordinal))
            .Where(pattern => Regex.IsMatch(action, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.IgnoreCase))
            .Distinct(),
    ];

    private static void Write(StringBuilder text, JsonElement statement)
    {
        var isNot = statement.TryGetProperty("NotAction", out var actions);
        actions = isNot ? actions : statement.GetProperty("Action");
        var list = string.Join(", ", Texts(actions).Select(a => $"Action::{Quote(a)}"));
        var isAll = list == "Action::\"*\"";
        text.Append(statement.GetProperty("Effect").GetString() == "Allow" ? "permit" : "forbid")
            .Append("(principal, action")
            .Append(isNot || isAll ? "" : $" in [{list}]")
            .Append(", resource)");
        if (isNot)
        {
            text.Append($" unless {{ action in [{list}] }}");
        }

        var resources = string.Join(" || ", Texts(statement.GetProperty("Resource")).Where(r => r != "*").Select(r => Like("arn", r)));
        if (resources.Length > 0)
        {
            text.Append($" when {{ {resources} }}");
        }

        if (statement.TryGetProperty("Condition", out var block))
        {
            foreach (var condition in block.EnumerateObject())
            {
                foreach (var key in condition.Value.EnumerateObject())
                {
                    text.Append(" when { ").Append(Condition(condition.Name, Attribute(key.Name), Texts(key.Value))).Append(" }");
                }
            }
        }

        text.Append(";\n");
    }

    private static string Condition(string name, string attribute, IEnumerable<string> values) => name switch
    {
        "StringEquals" => string.Join(" || ", values.Select(v => Equal(attribute, v))),
        "StringNotEquals" => $"!({string.Join(" || ", values.Select(v => Equal(attribute, v)))})",
        "StringLike" => string.Join(" || ", values.Select(v => Like(attribute, v))),
        "IpAddress" => string.Join(" || ", values.Select(v => $"context.{attribute}.isInRange(ip({Quote(v)}))")),
        "Bool" or "BoolIfExists" => string.Join(" || ", values.Select(v => $"context.{attribute} == {v}")),
        _ => throw new NotSupportedException(name),
    };

    private static string Equal(string attribute, string value) =>
        Variable().Match(value) is { Success: true } variable ? $"context.{attribute} == context.{Attribute(variable.Groups[1].Value)}" : $"context.{attribute} == {Quote(value)}";

    // Cedar has no variables within a pattern: the one in the fixtures is compared beside it.
    private static string Like(string attribute, string value) => Variable().Match(value) is { Success: true } variable
        ? $"(context.{attribute} like {Quote(Variable().Replace(value, "*"))} && context.bucketTeam == context.{Attribute(variable.Groups[1].Value)})"
        : $"context.{attribute} like {Quote(value)}";

    private static string Attribute(string key) => key.Replace(":", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);

    private static string Quote(string text) => $"\"{text}\"";

    private static IEnumerable<string> Texts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(i => i.GetString()!) : [json.GetString()!];

    [GeneratedRegex("""\$\{([^}]*)\}""")]
    private static partial Regex Variable();

    [GeneratedRegex("\"([a-z0-9*-]+:[^\"]*)\"")]
    private static partial Regex Quoted();
}
