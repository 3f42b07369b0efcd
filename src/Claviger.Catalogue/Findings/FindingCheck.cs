namespace Claviger.Catalogue;

/// <summary>One thing that policies are checked for.</summary>
/// <param name="Code">The name of the check: IAM Access Analyzer's issue code where it has one for this.</param>
/// <param name="Type">What kind of findings it makes.</param>
/// <param name="Summary">What it finds, as one sentence.</param>
/// <param name="Remedy">What to do about a finding, as one sentence.</param>
public sealed record FindingCheck(string Code, FindingType Type, string Summary, string Remedy)
{
    internal static FindingCheck Error(string code, string summary, string remedy) => new(code, FindingType.Error, summary, remedy);

    internal static FindingCheck Security(string code, string summary, string remedy) => new(code, FindingType.SecurityWarning, summary, remedy);

    internal static FindingCheck Warning(string code, string summary, string remedy) => new(code, FindingType.Warning, summary, remedy);

    internal static FindingCheck Suggestion(string code, string summary, string remedy) => new(code, FindingType.Suggestion, summary, remedy);
}
