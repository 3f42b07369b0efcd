using System.Text.RegularExpressions;

namespace Claviger.Architecture.Tests;

/// <summary>The types that a source file declares at its top level.</summary>
internal static partial class Declarations
{
    /// <summary>Every type at the left margin, with whether it is public.</summary>
    public static IReadOnlyList<(bool IsPublic, string Name)> Of(string source) =>
        [.. Declaration().Matches(source).Select(match => (match.Groups["access"].Value == "public", match.Groups["name"].Value))];

    [GeneratedRegex(
        @"^(?<access>public|internal|file) (?:(?:sealed|static|abstract|readonly|ref|partial|unsafe) )*(?:(?:class|struct|interface|enum|record(?: class| struct)?) (?<name>\w+)|delegate [^(]+ (?<name>\w+)(?=[<(]))",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
