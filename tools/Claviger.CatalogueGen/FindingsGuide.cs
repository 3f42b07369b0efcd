using System.Text;
using Claviger.Catalogue;

namespace Claviger.CatalogueGen;

/// <summary>Writes docs/guides/findings.md from the checks themselves.</summary>
internal static class FindingsGuide
{
    public static string Write()
    {
        var text = new StringBuilder($"""
            # Findings

            `claviger validate FILE…` and the console's policy editor look a policy over as IAM Access Analyzer's ValidatePolicy does, against AWS's published
            actions, resources and condition keys. The codes are Access Analyzer's issue codes where it has one for the same thing; the others are Claviger's.

            | type | meaning | findings of |
            |---|---|---|
            | error | a part of the policy doesn't work, or IAM refuses to save it | {Count(FindingType.Error)} checks |
            | security warning | the policy allows more than a careful author would | {Count(FindingType.SecurityWarning)} checks |
            | warning | the policy probably doesn't do what its author meant | {Count(FindingType.Warning)} checks |
            | suggestion | the policy could say the same more clearly | {Count(FindingType.Suggestion)} checks |

            A finding has the place in the text (line and column from 1, and the path, such as `Statement[0].Action[2]`), what is the matter, and a remedy. A line of the
            command reads as a compiler's:

            ```
            policy.json(4,15): error INVALID_ACTION: There is no action s3:GetObjekt. Did you mean s3:GetObject? Correct the name; …
            ```

            The policy's text alone is judged: not whether what it names exists in the account, nor what it decides together with other policies.

            *This page is written by `dotnet run --project tools/Claviger.CatalogueGen findings docs/guides/findings.md`; a test holds that it is up to date.*

            """.ReplaceLineEndings("\n"));
        foreach (var family in FindingsValidator.Families)
        {
            text.Append($"\n## {family.Subject}\n\n| code | type | what it finds | what to do |\n|---|---|---|---|\n");
            foreach (var check in family.Checks)
            {
                text.Append($"| `{check.Code}` | {FindingsReport.Word(check.Type)} | {Escape(check.Summary)} | {Escape(check.Remedy)} |\n");
            }
        }

        return text.ToString();
    }

    private static int Count(FindingType type) => FindingsValidator.Checks.Count(c => c.Type == type);

    // Bars end cells, asterisks begin emphasis.
    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
