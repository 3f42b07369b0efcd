using System.Globalization;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks on the length of a policy, and on the characters in it.</summary>
internal static class SizeChecks
{
    private const int NearPercent = 90;

    private static readonly FindingCheck IdentityQuota = FindingCheck.Warning("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
        "The policy has more than the 6,144 characters (without white space) that a managed policy may have.", "Split it into several policies.");

    private static readonly FindingCheck TrustQuota = FindingCheck.Warning("POLICY_SIZE_EXCEEDS_TRUST_POLICY_QUOTA",
        "The trust policy has more than the 2,048 characters (without white space) that it may have unless the quota was raised.",
        "Name an account in place of many principals, or have the quota raised.");

    private static readonly FindingCheck SessionQuota = FindingCheck.Error("POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA",
        "The session policy has more than 2,048 characters, with white space.", "Use a managed policy as a session policy.");

    private static readonly FindingCheck ScpQuota = FindingCheck.Error("POLICY_SIZE_EXCEEDS_SCP_QUOTA",
        "The service control policy has more than 5,120 characters, with white space.", "Split it, or remove white space.");

    private static readonly FindingCheck RcpQuota = FindingCheck.Error("POLICY_SIZE_EXCEEDS_RCP_QUOTA",
        "The resource control policy has more than 5,120 characters, with white space.", "Split it, or remove white space.");

    private static readonly FindingCheck NearQuota = FindingCheck.Suggestion("POLICY_SIZE_NEAR_QUOTA",
        "The policy has more than 90 % of the characters that it may have.", "Split it before it has to be.");

    private static readonly FindingCheck UnsupportedCharacter = FindingCheck.Error("UNSUPPORTED_CHARACTER",
        "An IAM policy has a character that IAM doesn't take: other than tab, line ends and U+0020 to U+00FF.", "Remove the character; typographic quotes and dashes often come with copied text.");

    public static CheckFamily Family { get; } = new("Size and characters",
        [IdentityQuota, TrustQuota, SessionQuota, ScpQuota, RcpQuota, NearQuota, UnsupportedCharacter], Run);

    private static void Run(CheckRun run)
    {
        var text = run.Policy.Text;
        var (check, quota, size) = run.Policy.Kind switch
        {
            PolicyKind.Identity or PolicyKind.Boundary => (IdentityQuota, 6144, PolicySize.Count(text)),
            PolicyKind.Trust => (TrustQuota, 2048, PolicySize.Count(text)),
            PolicyKind.Session => (SessionQuota, 2048, text.Length),
            PolicyKind.ServiceControl => (ScpQuota, 5120, text.Length),
            PolicyKind.ResourceControl => (RcpQuota, 5120, text.Length),
            PolicyKind.Resource or PolicyKind.Endpoint => (NearQuota, int.MaxValue, 0),
        };
        if (size > quota)
        {
            run.Report(check, run.Policy.Root, string.Create(CultureInfo.InvariantCulture, $"The policy has {size:N0} characters; {quota:N0} are allowed."));
        }
        else if (size > (long)quota * NearPercent / 100)
        {
            run.Report(NearQuota, run.Policy.Root, string.Create(CultureInfo.InvariantCulture, $"The policy has {size:N0} of {quota:N0} characters."));
        }

        if (run.Policy.Kind is not (PolicyKind.Resource or PolicyKind.Endpoint))
        {
            CheckCharacters(run, run.Policy.Root);
        }
    }

    private static void CheckCharacters(CheckRun run, JsonSyntax node)
    {
        if (FindUnsupported(node.Text) is { } inValue)
        {
            run.Report(UnsupportedCharacter, node, Describe(inValue));
        }

        foreach (var member in node.Members)
        {
            if (FindUnsupported(member.Name) is { } inName)
            {
                run.Report(UnsupportedCharacter, member, Describe(inName));
            }

            CheckCharacters(run, member.Value);
        }

        foreach (var item in node.Items)
        {
            CheckCharacters(run, item);
        }
    }

    private static char? FindUnsupported(string text) =>
        text.Where(c => c is not ('\t' or '\n' or '\r' or (>= '\u0020' and <= '\u00FF'))).Select(c => (char?)c).FirstOrDefault();

    private static string Describe(char c) => string.Create(CultureInfo.InvariantCulture, $"IAM doesn't take the character U+{(int)c:X4}.");
}
