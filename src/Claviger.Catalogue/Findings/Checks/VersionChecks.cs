namespace Claviger.Catalogue;

/// <summary>Checks on the version of the policy language.</summary>
internal static class VersionChecks
{
    private static readonly FindingCheck InvalidVersion = FindingCheck.Error("INVALID_VERSION",
        "The Version is neither 2012-10-17 nor 2008-10-17.", "Write \"Version\": \"2012-10-17\".");

    private static readonly FindingCheck MissingVersion = FindingCheck.Warning("MISSING_VERSION",
        "The policy has no Version, which means 2008-10-17: policy variables are literal text, and IAM doesn't save it.", "Add \"Version\": \"2012-10-17\".");

    private static readonly FindingCheck OldVersion = FindingCheck.Suggestion("OLD_VERSION",
        "The Version is 2008-10-17, in which policy variables are literal text.", "Write \"Version\": \"2012-10-17\".");

    public static CheckFamily Family { get; } = new("Version", [InvalidVersion, MissingVersion, OldVersion], Run);

    private static void Run(CheckRun run)
    {
        if (run.Policy.Version is not { } version)
        {
            run.Report(MissingVersion, run.Policy.Root, "Without a Version this policy is read as one of 2008-10-17.");
        }
        else if (version.Value.Text == PolicySyntax.OldVersion)
        {
            run.Report(OldVersion, version.Value, "This version of the language has no policy variables.");
        }
        else if (version.Value.IsString && version.Value.Text != PolicySyntax.CurrentVersion)
        {
            run.Report(InvalidVersion, version.Value, $"There is no version \"{version.Value.Text}\" of the policy language. It is not the date of the policy.");
        }
    }
}
