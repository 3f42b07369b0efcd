namespace Claviger.Catalogue;

/// <summary>Checks on ranges of IP addresses.</summary>
internal static class AddressChecks
{
    private static readonly FindingCheck ImproveIpRange = FindingCheck.Suggestion("IMPROVE_IP_RANGE",
        "A range has bits set after its prefix, which are ignored.", "Write the range as the message does.");

    private static readonly FindingCheck PrivateAddress = FindingCheck.Error("PRIVATE_IP_ADDRESS",
        "aws:SourceIp is compared with private addresses only, from which no request reaches AWS's public endpoints.",
        "Use public ranges, or aws:VpcSourceIp for requests through a VPC endpoint.");

    private static readonly FindingCheck PrivateNotAddress = FindingCheck.Error("PRIVATE_NOT_IP_ADDRESS",
        "NotIpAddress excludes private addresses only from aws:SourceIp, and so is always true.",
        "Use public ranges, or aws:VpcSourceIp for requests through a VPC endpoint.");

    private static readonly FindingCheck PrivateSubset = FindingCheck.Suggestion("PRIVATE_IP_ADDRESS_SUBSET",
        "Some of the addresses that aws:SourceIp is compared with are private, and never match.", "Remove them, or compare them with aws:VpcSourceIp.");

    private static readonly FindingCheck PrivateNotSubset = FindingCheck.Suggestion("PRIVATE_NOT_IP_ADDRESS_SUBSET",
        "Some of the addresses that NotIpAddress excludes from aws:SourceIp are private, and have no effect.", "Remove them, or compare them with aws:VpcSourceIp.");

    private static readonly FindingCheck Everything = FindingCheck.Security("IP_RANGE_OF_EVERYTHING",
        "An Allow is limited to a range that holds every address, which is no limit.", "Write the ranges that requests come from, or remove the condition.");

    public static CheckFamily Family { get; } = new("IP addresses",
        [ImproveIpRange, PrivateAddress, PrivateNotAddress, PrivateSubset, PrivateNotSubset, Everything], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            foreach (var condition in statement.Conditions.Where(c => c.Operator is { Type: ConditionKeyType.IPAddress }))
            {
                Check(run, statement, condition);
            }
        }
    }

    private static void Check(CheckRun run, StatementSyntax statement, ConditionSyntax condition)
    {
        var isNegated = condition.Operator!.IsNegated;
        var ranges = condition.Values.Select(v => (Value: v, Range: IpRangeText.Parse(v.Text))).Where(r => r.Range is not null).ToList();
        foreach (var (value, range) in ranges)
        {
            if (range!.HasHostBits)
            {
                run.Report(ImproveIpRange, value, $"{value.Text} means {range.Canonical}.");
            }

            if (range.IsEverything && statement.IsAllow && !isNegated)
            {
                run.Report(Everything, value, $"{value.Text} holds every address of its family.");
            }
        }

        if (!condition.Key.Name.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase) || !ranges.Exists(r => r.Range!.IsPrivate))
        {
            return;
        }

        if (ranges.TrueForAll(r => r.Range!.IsPrivate))
        {
            run.Report(isNegated ? PrivateNotAddress : PrivateAddress, condition.Key, "aws:SourceIp is always a public address.");
            return;
        }

        foreach (var (value, _) in ranges.Where(r => r.Range!.IsPrivate))
        {
            run.Report(isNegated ? PrivateNotSubset : PrivateSubset, value, $"{value.Text} is private, and aws:SourceIp is always a public address.");
        }
    }
}
