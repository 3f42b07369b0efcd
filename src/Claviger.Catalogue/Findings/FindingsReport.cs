using System.Globalization;

namespace Claviger.Catalogue;

/// <summary>Prints findings as a compiler does: a line each, which editors and build servers can follow to its place.</summary>
public static class FindingsReport
{
    /// <summary>Writes lines such as <c>policy.json(3,15): error INVALID_ACTION: There is no action s3:GetObjekt. Did you mean s3:GetObject?</c></summary>
    public static void Write(TextWriter writer, string fileName, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var finding in findings)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{fileName}({finding.Line},{finding.Column}): {Word(finding.Type)} {finding.Code}: {finding.Message} {finding.Remedy}"));
        }
    }

    /// <summary>What a command that found these exits with: 1 if one is of <paramref name="threshold"/> or worse, else 0.</summary>
    public static int ExitCode(IEnumerable<Finding> findings, FindingType threshold = FindingType.Error) =>
        findings.Any(f => f.Type >= threshold) ? 1 : 0;

    internal static string Word(FindingType type) => type switch
    {
        FindingType.Error => "error",
        FindingType.SecurityWarning => "security warning",
        FindingType.Warning => "warning",
        FindingType.Suggestion => "suggestion",
    };
}
