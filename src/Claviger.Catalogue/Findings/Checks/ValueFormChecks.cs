using System.Text.RegularExpressions;

namespace Claviger.Catalogue;

/// <summary>Checks that values have the form that the values of well-known keys have.</summary>
internal static partial class ValueFormChecks
{
    private static readonly FindingCheck Vpc = FindingCheck.Error("INVALID_VPC_FORMAT",
        "aws:SourceVpc is compared with something that is no id of a VPC.", "Write the VPC's id, which begins with vpc-.");

    private static readonly FindingCheck VpcEndpoint = FindingCheck.Error("INVALID_VPC_ENDPOINT_FORMAT",
        "aws:SourceVpce is compared with something that is no id of a VPC endpoint.", "Write the endpoint's id, which begins with vpce-.");

    private static readonly FindingCheck Account = FindingCheck.Error("INVALID_ACCOUNT_VALUE",
        "A key whose value is an account is compared with something that isn't one.", "Write the account's 12 digits.");

    private static readonly FindingCheck Organization = FindingCheck.Error("INVALID_ORGANIZATION_ID_VALUE",
        "A key whose value is an organization is compared with something that isn't one.", "Write the organization's id, which begins with o-.");

    private static readonly FindingCheck OrganizationPath = FindingCheck.Error("INVALID_ORGANIZATION_PATH_VALUE",
        "A key whose value is a path in an organization is compared with something that isn't one.", "Write the path as in o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*.");

    private static readonly FindingCheck InvalidRegion = FindingCheck.Error("INVALID_REGION",
        "aws:RequestedRegion is compared with something that doesn't have the form of a Region's name.", "Write a Region such as us-east-1.");

    private static readonly FindingCheck UnknownRegion = FindingCheck.Warning("UNKNOWN_REGION",
        "aws:RequestedRegion is compared with a Region that is not known here.", "Check the Region's name.");

    private static readonly FindingCheck PassedToService = FindingCheck.Error("INVALID_PASSED_TO_SERVICE_VALUE",
        "iam:PassedToService is compared with something that is no service principal.", "Write it as in ec2.amazonaws.com.");

    public static CheckFamily Family { get; } = new("Values of well-known keys",
        [Vpc, VpcEndpoint, Account, Organization, OrganizationPath, InvalidRegion, UnknownRegion, PassedToService], Run);

    private static void Run(CheckRun run)
    {
        foreach (var condition in run.Policy.Statements.SelectMany(s => s.Conditions).Where(c => c.Operator is { IsNull: false, Type: ConditionKeyType.String }))
        {
            foreach (var value in condition.Values.Where(v => v.Text.Length > 0 && !v.Text.Contains("${", StringComparison.Ordinal)))
            {
                Check(run, condition.Key.Name.ToLowerInvariant(), value);
            }
        }
    }

    private static void Check(CheckRun run, string key, JsonSyntax value)
    {
        switch (key)
        {
            case "aws:sourcevpc":
                Require(run, Vpc, value, VpcRegex());
                break;
            case "aws:sourcevpce":
                Require(run, VpcEndpoint, value, VpcEndpointRegex());
                break;
            case "aws:sourceaccount" or "aws:resourceaccount" or "aws:principalaccount" or "aws:vpceaccount":
                Require(run, Account, value, AccountRegex());
                break;
            case "aws:principalorgid" or "aws:resourceorgid" or "aws:sourceorgid" or "aws:vpceorgid":
                Require(run, Organization, value, OrganizationRegex());
                break;
            case "aws:principalorgpaths" or "aws:resourceorgpaths" or "aws:sourceorgpaths" or "aws:vpceorgpaths":
                Require(run, OrganizationPath, value, OrganizationPathRegex());
                break;
            case "aws:requestedregion":
                CheckRegion(run, value);
                break;
            case "iam:passedtoservice":
                Require(run, PassedToService, value, ServiceRegex());
                break;
        }
    }

    // A wildcard may stand for any part: then only what is written out can be judged.
    private static void Require(CheckRun run, FindingCheck check, JsonSyntax value, Regex form)
    {
        if (!Glob.HasWildcard(value.Text) && !form.IsMatch(value.Text))
        {
            run.Report(check, value, $"\"{value.Text}\" doesn't have the form of this key's values, and never matches.");
        }
    }

    private static void CheckRegion(CheckRun run, JsonSyntax value)
    {
        // AWS: global services are in no Region of their own; some requests have this word.
        if (value.Text == "aws-global" || Regions.Known.Any(r => Glob.Overlaps(value.Text, r, ignoreCase: false)))
        {
            return;
        }

        var isPossible = Glob.HasWildcard(value.Text) || Regions.HasForm(value.Text);
        run.Report(isPossible ? UnknownRegion : InvalidRegion, value, $"\"{value.Text}\" is not known as a Region.{Nearest.Question(value.Text, Regions.Known)}");
    }

    [GeneratedRegex("^vpc-[0-9a-f]{8,17}$")]
    private static partial Regex VpcRegex();

    [GeneratedRegex("^vpce-[0-9a-f]{8,17}$")]
    private static partial Regex VpcEndpointRegex();

    [GeneratedRegex("^([0-9]{12}|anonymous)$")]
    private static partial Regex AccountRegex();

    [GeneratedRegex("^o-[a-z0-9]{10,32}$")]
    private static partial Regex OrganizationRegex();

    [GeneratedRegex("^o-[a-z0-9]{10,32}/r-[0-9a-z]{4,32}/(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}/)*$")]
    private static partial Regex OrganizationPathRegex();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]*\.[a-z0-9.-]+$")]
    private static partial Regex ServiceRegex();
}
