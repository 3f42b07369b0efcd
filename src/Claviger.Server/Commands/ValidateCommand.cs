using System.CommandLine;
using System.Text.Json;
using Claviger.Catalogue;
using Claviger.Policy;

namespace Claviger.Server;

/// <summary><c>claviger validate</c>: looks policies over as a compiler does programs; needs no server.</summary>
internal static class ValidateCommand
{
    private const int Unreadable = 2;

    private const string Details = """
        It prints a line for each finding: FILE(LINE,COLUMN): SEVERITY CODE: what is the matter, and what to do. Exit code 1 says that something was as bad
        as --fail-on or worse, 2 that a file can't be read.
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "The files.", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<PolicyKind?>("--kind") { Description = "What the policies are used as; by default told from their Principal and Resource." };
        var failOn = new Option<FindingType>("--fail-on") { Description = "The least severity that makes the exit code 1.", DefaultValueFactory = _ => FindingType.Error };
        var command = new ExplainedCommand("validate", "Looks policies over as a compiler does programs; needs no server.", Details) { files, kind, failOn };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(kind), parsed.GetValue(failOn)));
        return command;
    }

    private static int Run(IEnumerable<string> files, PolicyKind? kind, FindingType threshold)
    {
        var exitCode = 0;
        foreach (var file in files)
        {
            exitCode = Math.Max(exitCode, Run(file, kind, threshold));
        }

        return exitCode;
    }

    private static int Run(string file, PolicyKind? kind, FindingType threshold)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            System.Console.Error.WriteLine($"claviger: {error.Message}");
            return Unreadable;
        }

        var findings = FindingsValidator.Validate(text, kind ?? KindOf(text));
        FindingsReport.Write(System.Console.Out, file, findings);
        return FindingsReport.ExitCode(findings, threshold);
    }

    // A principal is named by what is attached to a resource; a role's trust policy is one that says no resource.
    private static PolicyKind KindOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var statements = document.RootElement.TryGetProperty("Statement", out var statement) && statement.ValueKind == JsonValueKind.Array
                ? [.. statement.EnumerateArray()]
                : new[] { statement };
            return statements.Any(part => Has(part, "Principal"))
                ? statements.Any(part => Has(part, "Resource")) ? PolicyKind.Resource : PolicyKind.Trust
                : PolicyKind.Identity;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return PolicyKind.Identity;
        }
    }

    private static bool Has(JsonElement statement, string element) => statement.ValueKind == JsonValueKind.Object
        && (statement.TryGetProperty(element, out _) || statement.TryGetProperty($"Not{element}", out _));
}
