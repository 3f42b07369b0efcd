namespace Claviger.Catalogue;

/// <summary>Checks that the ARNs of resources have the form of an ARN, and of one that the service has.</summary>
internal static class ArnChecks
{
    private const string AnyAccount = "????????????";

    private static readonly FindingCheck InvalidPrefix = FindingCheck.Error("INVALID_ARN_PREFIX",
        "A resource is neither * nor does it begin with arn:.", "Write the whole ARN.");

    private static readonly FindingCheck MissingField = FindingCheck.Error("MISSING_ARN_FIELD",
        "An ARN has fewer than six parts.", "Write arn:partition:service:region:account:resource; parts that a service leaves out are empty, not missing.");

    private static readonly FindingCheck InvalidPartition = FindingCheck.Error("INVALID_PARTITION",
        "The partition of an ARN is none of AWS's.", "Write aws, or the partition that the message suggests.");

    private static readonly FindingCheck InvalidService = FindingCheck.Error("INVALID_SERVICE",
        "The service of an ARN is none of AWS's.", "Correct the service's part.");

    private static readonly FindingCheck InvalidServiceCase = FindingCheck.Error("INVALID_ARN_SERVICE_CASE",
        "The service of an ARN has capital letters.", "Write the service in lower case.");

    private static readonly FindingCheck InvalidRegion = FindingCheck.Error("INVALID_ARN_REGION",
        "The Region of an ARN doesn't have the form of a Region's name.", "Write a Region such as us-east-1, or *.");

    private static readonly FindingCheck UnknownRegion = FindingCheck.Warning("UNKNOWN_ARN_REGION",
        "The Region of an ARN is not one that is known here.", "Check the Region's name.");

    private static readonly FindingCheck InvalidAccount = FindingCheck.Error("INVALID_ARN_ACCOUNT",
        "The account of an ARN is not a 12-digit number.", "Write the account's 12 digits, or *.");

    private static readonly FindingCheck UnexpectedWhiteSpace = FindingCheck.Error("WHITE_SPACE_IN_ARN",
        "An ARN begins or ends with white space, which no resource's does.", "Remove the white space.");

    public static CheckFamily Family { get; } = new("ARNs",
        [InvalidPrefix, MissingField, InvalidPartition, InvalidService, InvalidServiceCase, InvalidRegion, UnknownRegion, InvalidAccount, UnexpectedWhiteSpace],
        Run);

    private static void Run(CheckRun run)
    {
        foreach (var resource in run.Policy.Statements.SelectMany(s => s.Resource?.Values ?? []).Where(r => r.Text != "*"))
        {
            if (resource.Text.Length != resource.Text.Trim().Length)
            {
                run.Report(UnexpectedWhiteSpace, resource, $"\"{resource.Text}\" matches nothing because of the white space.");
            }
            else if (!resource.Text.StartsWith(ArnSegments.Prefix, StringComparison.Ordinal))
            {
                run.Report(InvalidPrefix, resource, $"\"{resource.Text}\" is no ARN.");
            }
            else if (ArnSegments.Parse(resource.Text) is not { } arn)
            {
                run.Report(MissingField, resource, $"\"{resource.Text}\" has fewer than {ArnSegments.Count} parts.");
            }
            else if (!arn.HasVariableBeforeResource)
            {
                CheckPartition(run, resource, arn);
                CheckService(run, resource, arn);
                CheckRegion(run, resource, arn);
                CheckAccount(run, resource, arn);
            }
        }
    }

    private static void CheckPartition(CheckRun run, JsonSyntax resource, ArnSegments arn)
    {
        if (!Regions.Partitions.Any(p => Glob.Overlaps(arn.Partition, p, ignoreCase: true)))
        {
            run.Report(InvalidPartition, resource, $"There is no partition \"{arn.Partition}\".{Nearest.Question(arn.Partition, Regions.Partitions)}");
        }
    }

    private static void CheckService(CheckRun run, JsonSyntax resource, ArnSegments arn)
    {
        if (Glob.HasWildcard(arn.Service))
        {
            return;
        }

        if (!ServiceReference.IsArnService(arn.Service))
        {
            run.Report(InvalidService, resource,
                $"There is no service \"{arn.Service}\".{Nearest.Question(arn.Service, ServiceReference.Services.Select(s => s.Prefix))}");
        }
        else if (arn.Service.Any(char.IsAsciiLetterUpper))
        {
            run.Report(InvalidServiceCase, resource, $"\"{arn.Service}\" must be \"{arn.Service.ToLowerInvariant()}\".");
        }
    }

    private static void CheckRegion(CheckRun run, JsonSyntax resource, ArnSegments arn)
    {
        var region = arn.Region;
        if (region.Length == 0 || Regions.Known.Any(r => Glob.Overlaps(region, r, ignoreCase: true)))
        {
            return;
        }

        var question = Nearest.Question(region, Regions.Known);
        if (Regions.HasForm(region))
        {
            run.Report(UnknownRegion, resource, $"\"{region}\" is not known as a Region.{question}");
        }
        else
        {
            run.Report(InvalidRegion, resource, $"\"{region}\" is no Region.{question}");
        }
    }

    private static void CheckAccount(CheckRun run, JsonSyntax resource, ArnSegments arn)
    {
        // AWS: its own resources have "aws" for an account.
        var account = arn.Account;
        var isPossible = account is "" or "aws" || Glob.Overlaps(account, AnyAccount, ignoreCase: false) && account.All(c => char.IsAsciiDigit(c) || c is '*' or '?');
        if (!isPossible)
        {
            run.Report(InvalidAccount, resource, $"\"{arn.Account}\" is no account.");
        }
    }
}
