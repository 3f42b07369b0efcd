using System.Buffers;
using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>Checks on how policy variables are written, and where.</summary>
internal static class VariableChecks
{
    private static readonly FindingCheck UnsupportedInVersion = FindingCheck.Error("VARIABLE_UNSUPPORTED_IN_VERSION",
        "A policy variable stands in a policy whose Version is not 2012-10-17, and is literal text there.", "Set \"Version\": \"2012-10-17\".");

    private static readonly FindingCheck UnsupportedInElement = FindingCheck.Error("VARIABLE_UNSUPPORTED_IN_ELEMENT",
        "A policy variable stands in an element that has none, such as Action or Principal.", "Use variables in Resource and Condition only.");

    private static readonly FindingCheck InArnPrefix = FindingCheck.Warning("VARIABLE_IN_ARN_PREFIX",
        "A policy variable stands in the first five parts of a resource's ARN, where it is literal text.",
        "Write a wildcard there and compare the key, such as aws:ResourceAccount, in a condition.");

    private static readonly FindingCheck InvalidForOperator = FindingCheck.Error("INVALID_VARIABLE_FOR_OPERATOR",
        "A policy variable is compared with an operator that has none: numeric, date, binary, IP address or Null.", "Use a string or ARN operator, or a fixed value.");

    private static readonly FindingCheck EmptyVariable = FindingCheck.Error("EMPTY_VARIABLE",
        "A policy variable names no key.", "Put a condition key between the braces.");

    private static readonly FindingCheck MissingBrace = FindingCheck.Error("MISSING_BRACE_IN_VARIABLE",
        "A policy variable is not closed.", "Add the closing brace.");

    private static readonly FindingCheck MissingQuote = FindingCheck.Error("MISSING_QUOTE_IN_VARIABLE",
        "The default of a policy variable is not in single quotes.", "Write the default as in ${aws:PrincipalTag/team, 'none'}.");

    private static readonly FindingCheck UnsupportedSpace = FindingCheck.Error("UNSUPPORTED_SPACE_IN_VARIABLE",
        "The name in a policy variable has a space.", "Remove the space; only one before the default is allowed.");

    private static readonly FindingCheck UnsupportedSymbol = FindingCheck.Error("UNSUPPORTED_SYMBOL_IN_VARIABLE",
        "The name in a policy variable has a character that no key has.", "Remove the character; variables can't be nested.");

    private static readonly FindingCheck MissingTagKey = FindingCheck.Error("MISSING_TAG_KEY_IN_VARIABLE",
        "A policy variable on tags doesn't say which tag.", "Name the tag, as in ${aws:PrincipalTag/team}.");

    private static readonly FindingCheck UnknownVariable = FindingCheck.Warning("UNKNOWN_VARIABLE",
        "A policy variable names a key that AWS doesn't define, so that it never has a value.", "Correct the key.");

    private static readonly FindingCheck MultivaluedKey = FindingCheck.Warning("MULTIVALUED_KEY_IN_VARIABLE",
        "A policy variable names a key with several values, which a variable can't take.", "Compare the key in a condition with ForAnyValue or ForAllValues.");

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("${*?'\"");

    private static readonly ImmutableArray<string> TagKeys = ["aws:PrincipalTag", "aws:ResourceTag", "aws:RequestTag"];

    public static CheckFamily Family { get; } = new("Policy variables",
        [UnsupportedInVersion, UnsupportedInElement, InArnPrefix, InvalidForOperator, EmptyVariable, MissingBrace, MissingQuote, UnsupportedSpace,
            UnsupportedSymbol, MissingTagKey, UnknownVariable, MultivaluedKey],
        Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            var withoutVariables = (statement.Action?.Values ?? []).Concat(statement.Principal?.Entries.Select(e => e.Value) ?? []);
            foreach (var value in withoutVariables.Where(HasVariable))
            {
                run.Report(UnsupportedInElement, value, $"There are no variables here: \"{value.Text}\" is taken literally.");
            }

            foreach (var resource in (statement.Resource?.Values ?? []).Where(HasVariable))
            {
                CheckArnPrefix(run, resource);
                CheckAll(run, resource);
            }

            foreach (var condition in statement.Conditions)
            {
                CheckCondition(run, condition);
            }
        }
    }

    private static void CheckCondition(CheckRun run, ConditionSyntax condition)
    {
        foreach (var value in condition.Values.Where(HasVariable))
        {
            if (condition.Operator is { HasVariables: false })
            {
                run.Report(InvalidForOperator, value, $"{condition.OperatorMember.Name} takes no variables: \"{value.Text}\" never matches.");
            }
            else
            {
                CheckAll(run, value);
            }
        }
    }

    private static void CheckArnPrefix(CheckRun run, JsonSyntax resource)
    {
        var start = resource.Text.IndexOf("${", StringComparison.Ordinal);
        if (run.Policy.HasVariables && resource.Text.AsSpan(0, start).Count(':') < ArnSegments.Count - 1)
        {
            run.Report(InArnPrefix, resource, $"The variable in \"{resource.Text}\" is not replaced: variables work only in an ARN's last part.");
        }
    }

    private static void CheckAll(CheckRun run, JsonSyntax value)
    {
        if (!run.Policy.HasVariables)
        {
            run.Report(UnsupportedInVersion, value, $"\"{value.Text}\" is literal text in this version of the language.");
            return;
        }

        foreach (var variable in VariableSyntax.FindAll(value.Text).Where(v => !v.IsEscape))
        {
            Check(run, value, variable);
        }
    }

    private static void Check(CheckRun run, JsonSyntax value, VariableSyntax variable)
    {
        var name = variable.Name;
        if (!variable.IsClosed)
        {
            run.Report(MissingBrace, value, $"${{{variable.Content} is not closed.");
        }
        else if (name.Length == 0)
        {
            run.Report(EmptyVariable, value, $"${{{variable.Content}}} names no key.");
        }
        else if (variable.Content.Split(',')[0].Any(char.IsWhiteSpace))
        {
            run.Report(UnsupportedSpace, value, $"${{{variable.Content}}} has a space in the name of the key.");
        }
        else if (name.AsSpan().ContainsAny(NotInNames))
        {
            run.Report(UnsupportedSymbol, value, $"${{{variable.Content}}} has a character that can't be in the name of a key.");
        }
        else if (variable.Default is { } text && !(text.Trim() is ['\'', .., '\''] quoted && quoted.Length > 1))
        {
            run.Report(MissingQuote, value, $"The default in ${{{variable.Content}}} must begin and end with a single quote.");
        }
        else
        {
            CheckKey(run, value, name);
        }
    }

    private static void CheckKey(CheckRun run, JsonSyntax value, string name)
    {
        if (TagKeys.Contains(name.TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
        {
            run.Report(MissingTagKey, value, $"${{{name}}} doesn't say which tag.");
        }
        else if (ConditionKeys.Find(name) is not { } key)
        {
            // Keys of web identity providers are the providers' own: only what AWS defines can be unknown.
            if (ConditionKeys.PrefixOf(name) is var prefix && (prefix is "" or ConditionKeys.GlobalPrefix || ServiceReference.TryFind(prefix, out _)))
            {
                run.Report(UnknownVariable, value, $"There is no key {name}.{Nearest.Question(name, ServiceReference.GlobalConditionKeys.Select(k => k.Name))}");
            }
        }
        else if (key.IsMultivalued)
        {
            run.Report(MultivaluedKey, value, $"{key.Name} has several values and gives none to a variable.");
        }
    }

    private static bool HasVariable(JsonSyntax value) => value.Text.Contains("${", StringComparison.Ordinal);
}
