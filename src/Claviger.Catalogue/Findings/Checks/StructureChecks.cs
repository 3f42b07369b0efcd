using System.Collections.Immutable;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks that a policy has the elements it must have, no others, and each of the right JSON type.</summary>
internal static class StructureChecks
{
    /// <summary>Reported by <see cref="FindingsValidator"/>, as nothing else can be looked at then.</summary>
    public static readonly FindingCheck JsonSyntaxError = FindingCheck.Error("JSON_SYNTAX_ERROR",
        "The text is not a JSON object.", "Correct the JSON at the place shown.");

    private static readonly FindingCheck InvalidPolicyElement = FindingCheck.Error("INVALID_POLICY_ELEMENT",
        "The policy or a statement has an element that the policy language doesn't know; names are case-sensitive.",
        "Remove the element or correct its name.");

    private static readonly FindingCheck DuplicateElement = FindingCheck.Error("DUPLICATE_ELEMENT",
        "An object has two members of the same name, of which only the last would count.", "Keep one of them, or join their values in one list.");

    private static readonly FindingCheck DataTypeMismatch = FindingCheck.Error("DATA_TYPE_MISMATCH",
        "An element's value is of another JSON type than the policy language wants.", "Write the value as the type that the message names.");

    private static readonly FindingCheck MissingStatement = FindingCheck.Error("MISSING_STATEMENT",
        "The policy has no statement.", "Add a Statement element with at least one statement.");

    private static readonly FindingCheck MissingEffect = FindingCheck.Error("MISSING_EFFECT",
        "A statement has no Effect.", "Add \"Effect\": \"Allow\" or \"Effect\": \"Deny\".");

    private static readonly FindingCheck InvalidEffect = FindingCheck.Error("INVALID_EFFECT",
        "An Effect is neither Allow nor Deny; the words are case-sensitive.", "Write Allow or Deny.");

    private static readonly FindingCheck MissingAction = FindingCheck.Error("MISSING_ACTION",
        "A statement has neither Action nor NotAction.", "Add an Action element.");

    private static readonly FindingCheck MissingResource = FindingCheck.Error("MISSING_RESOURCE",
        "A statement of a policy that isn't attached to a resource has neither Resource nor NotResource.", "Add a Resource element; \"*\" means every resource.");

    private static readonly FindingCheck MissingPrincipal = FindingCheck.Error("MISSING_PRINCIPAL",
        "A statement of a resource, trust or resource control policy names no principal, so that it never applies.", "Add a Principal element.");

    private static readonly FindingCheck UnsupportedElementCombination = FindingCheck.Error("UNSUPPORTED_ELEMENT_COMBINATION",
        "A statement has an element together with its Not… form.", "Keep one of the two.");

    internal static readonly ImmutableArray<string> PolicyElements = ["Version", "Id", "Statement"];

    internal static readonly ImmutableArray<string> StatementElements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    public static CheckFamily Family { get; } = new("Structure",
        [JsonSyntaxError, InvalidPolicyElement, DuplicateElement, DataTypeMismatch, MissingStatement, MissingEffect, InvalidEffect, MissingAction,
            MissingResource, MissingPrincipal, UnsupportedElementCombination],
        Run);

    private static void Run(CheckRun run)
    {
        var policy = run.Policy;
        CheckNames(run, policy.Root, PolicyElements);
        CheckDuplicates(run, policy.Root);
        foreach (var member in policy.Root.Members.Where(m => m.Name is "Version" or "Id" && !m.Value.IsString))
        {
            ReportType(run, member.Value, member.Name, "a string");
        }

        if (policy.Statement is null || policy.Statement.Value is { IsArray: true, Items.IsEmpty: true })
        {
            run.Report(MissingStatement, policy.Root, "This policy has no statement and so allows nothing; it can't be saved.");
            return;
        }

        foreach (var other in policy.Statement.Value.ItemsOrSelf.Where(s => !s.IsObject))
        {
            ReportType(run, other, "Statement", "an object or a list of objects");
        }

        foreach (var statement in policy.Statements)
        {
            CheckNames(run, statement.Node, StatementElements);
            CheckEffect(run, statement);
            CheckElements(run, statement);
            CheckTypes(run, statement.Node);
        }
    }

    private static void CheckNames(CheckRun run, JsonSyntax node, ImmutableArray<string> known)
    {
        foreach (var member in node.Members.Where(m => !known.Contains(m.Name)))
        {
            run.Report(InvalidPolicyElement, member, $"There is no element {member.Name} here.{Nearest.Question(member.Name, known)}");
        }
    }

    private static void CheckDuplicates(CheckRun run, JsonSyntax node)
    {
        foreach (var duplicate in node.Members.GroupBy(m => m.Name).SelectMany(g => g.Skip(1)))
        {
            run.Report(DuplicateElement, duplicate, $"{duplicate.Name} is here for the second time.");
        }

        foreach (var child in node.Members.Select(m => m.Value).Concat(node.Items))
        {
            CheckDuplicates(run, child);
        }
    }

    private static void CheckEffect(CheckRun run, StatementSyntax statement)
    {
        if (statement.Effect is null)
        {
            run.Report(MissingEffect, statement.Node, "This statement doesn't say whether it allows or denies.");
        }
        else if (!statement.Effect.Value.IsString)
        {
            ReportType(run, statement.Effect.Value, "Effect", "a string");
        }
        else if (!statement.IsAllow && !statement.IsDeny)
        {
            run.Report(InvalidEffect, statement.Effect.Value, $"\"{statement.Effect.Value.Text}\" is neither Allow nor Deny.");
        }
    }

    private static void CheckElements(CheckRun run, StatementSyntax statement)
    {
        var kind = run.Policy.Kind;
        if (statement.Action is null)
        {
            run.Report(MissingAction, statement.Node, "This statement names no actions.");
        }

        if (statement.Resource is null && (run.Policy.IsPrincipalSide || run.Policy.IsOrganizations))
        {
            run.Report(MissingResource, statement.Node, "This statement names no resources.");
        }

        if (statement.Principal is null && kind is PolicyKind.Resource or PolicyKind.Trust or PolicyKind.ResourceControl)
        {
            run.Report(MissingPrincipal, statement.Node, "This statement names no principal and never applies.");
        }

        foreach (var name in new[] { "Action", "Resource", "Principal" })
        {
            if (statement.Node.Find(name) is not null && statement.Node.Find("Not" + name) is { } negated)
            {
                run.Report(UnsupportedElementCombination, negated, $"{name} and Not{name} can't stand in one statement.");
            }
        }
    }

    private static void CheckTypes(CheckRun run, JsonSyntax statement)
    {
        foreach (var member in statement.Members)
        {
            switch (member.Name)
            {
                case "Sid" when !member.Value.IsString:
                    ReportType(run, member.Value, member.Name, "a string");
                    break;
                case "Action" or "NotAction" or "Resource" or "NotResource":
                    CheckStrings(run, member.Value, member.Name);
                    break;
                case "Principal" or "NotPrincipal" when member.Value.IsObject:
                    foreach (var type in member.Value.Members)
                    {
                        CheckStrings(run, type.Value, type.Name);
                    }

                    break;
                case "Principal" or "NotPrincipal" when !member.Value.IsString:
                    ReportType(run, member.Value, member.Name, "\"*\" or an object");
                    break;
                case "Condition":
                    CheckCondition(run, member.Value);
                    break;
            }
        }
    }

    private static void CheckStrings(CheckRun run, JsonSyntax value, string name)
    {
        foreach (var item in value.ItemsOrSelf.Where(i => !i.IsString))
        {
            ReportType(run, item, name, "a string or a list of strings");
        }
    }

    private static void CheckCondition(CheckRun run, JsonSyntax condition)
    {
        if (!condition.IsObject)
        {
            ReportType(run, condition, "Condition", "an object of operators");
        }

        foreach (var op in condition.Members)
        {
            if (!op.Value.IsObject)
            {
                ReportType(run, op.Value, op.Name, "an object of condition keys");
            }

            foreach (var value in op.Value.Members.SelectMany(key => key.Value.ItemsOrSelf).Where(v => !v.IsScalar))
            {
                ReportType(run, value, "A condition key", "a string, number or boolean, or a list of them");
            }
        }
    }

    private static void ReportType(CheckRun run, JsonSyntax value, string name, string wanted) =>
        run.Report(DataTypeMismatch, value, $"{name} must be {wanted}; this is {Describe(value.Kind)}.");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}
