using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks on statement ids.</summary>
internal static class SidChecks
{
    private static readonly FindingCheck UniqueSidsRequired = FindingCheck.Error("UNIQUE_SIDS_REQUIRED",
        "Two statements of an IAM policy have the same Sid.", "Give each statement a Sid of its own, or none.");

    private static readonly FindingCheck UniqueSidsRecommended = FindingCheck.Warning("UNIQUE_SIDS_RECOMMENDED",
        "Two statements of a resource policy have the same Sid, which some services refuse.", "Give each statement a Sid of its own.");

    private static readonly FindingCheck UnsupportedSid = FindingCheck.Error("UNSUPPORTED_SID",
        "The Sid of a statement in an IAM or organization policy has other characters than letters and digits.", "Use only A-Z, a-z and 0-9.");

    private static readonly FindingCheck EmptySidValue = FindingCheck.Suggestion("EMPTY_SID_VALUE",
        "A Sid is empty.", "Name the statement, or remove the Sid.");

    public static CheckFamily Family { get; } = new("Statement ids",
        [UniqueSidsRequired, UniqueSidsRecommended, UnsupportedSid, EmptySidValue], Run);

    private static void Run(CheckRun run)
    {
        var sids = run.Policy.Statements.Where(s => s.Sid is { Value.IsString: true }).Select(s => s.Sid!.Value).ToList();
        var isResource = run.Policy.Kind is PolicyKind.Resource or PolicyKind.Endpoint;
        foreach (var sid in sids)
        {
            if (sid.Text.Length == 0)
            {
                run.Report(EmptySidValue, sid, "This Sid is empty.");
            }
            else if (!isResource && !sid.Text.All(char.IsAsciiLetterOrDigit))
            {
                run.Report(UnsupportedSid, sid, $"The Sid \"{sid.Text}\" has a character that is neither a letter nor a digit.");
            }
        }

        foreach (var duplicate in sids.Where(s => s.Text.Length > 0).GroupBy(s => s.Text).SelectMany(g => g.Skip(1)))
        {
            run.Report(isResource ? UniqueSidsRecommended : UniqueSidsRequired, duplicate, $"An earlier statement has the Sid \"{duplicate.Text}\" already.");
        }
    }
}
