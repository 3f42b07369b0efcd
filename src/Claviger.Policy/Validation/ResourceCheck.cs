namespace Claviger.Policy;

/// <summary>Resource and NotResource: one of them with something in it, each entry an asterisk or an ARN.</summary>
internal static class ResourceCheck
{
    private const int Segments = 6;

    private static readonly string[] Partitions =
        ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    private static readonly string[] IamPaths =
    [
        "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/", "sms-mfa/",
        "saml-provider/", "oidc-provider/", "report/", "access-report/",
    ];

    public static PolicyFault? FindMissing(PolicyTree policy) => policy.FirstInStatements(statement =>
        Entries(statement).Any() ? null : statement.Fault(ValidationText.NoResources, "Resource"));

    public static PolicyFault? FindMalformed(PolicyTree policy) => policy.FirstInStatements(statement =>
        Entries(statement).Select(FindMalformed).FirstOrDefault(fault => fault is not null));

    /// <summary>
    /// An entry that AWS's old parser does not get through: an ARN with too few segments of which one is empty, or without service.
    /// AWS: that parser stops at the first entry that is malformed otherwise.
    /// </summary>
    public static PolicyFault? FindIncomplete(PolicyTree policy) => policy.FirstInStatements(statement =>
    {
        foreach (var entry in Entries(statement))
        {
            var parts = entry.Text.Split(':', Segments);
            if (parts.Length < 2 || !IsPartition(parts[1]))
            {
                return null;
            }

            var lacksService = parts.Length > 2 && parts[2].Length == 0;
            if (lacksService || (parts.Length < Segments && entry.Text.Contains("::", StringComparison.Ordinal)))
            {
                return entry.Fault(ValidationText.Legacy);
            }
        }

        return null;
    });

    private static IEnumerable<TextNode> Entries(StatementNode statement) => statement.Values("Resource").Concat(statement.Values("NotResource"));

    private static PolicyFault? FindMalformed(TextNode entry)
    {
        var text = entry.Text;
        if (text == "*")
        {
            return null;
        }

        var parts = text.Split(':', Segments);
        if (parts.Length < 2)
        {
            return entry.Fault(ValidationText.NotAnArn(text));
        }

        if (!IsPartition(parts[1]))
        {
            // AWS: the text shows the ARN that it made of the entry.
            return entry.Fault(ValidationText.Partition(parts[1], string.Join(':', ["arn", .. parts[1..], .. Enumerable.Repeat("*", Segments - parts.Length)])));
        }

        if (parts[0] != "arn")
        {
            return entry.Fault(ValidationText.NotAnArn(text));
        }

        if (parts.Length == 2)
        {
            return entry.Fault(ValidationText.ResourceVendor);
        }

        return parts.Length < Segments ? null : FindInArn(entry, parts);
    }

    private static PolicyFault? FindInArn(TextNode entry, string[] parts)
    {
        var hasRegion = parts[3] is not ("" or "*");
        return parts[2] switch
        {
            "iam" when hasRegion => entry.Fault(ValidationText.IamRegion(entry.Text)),
            "iam" when parts[5] != "*" && !Array.Exists(IamPaths, p => parts[5].StartsWith(p, StringComparison.Ordinal)) =>
                entry.Fault(ValidationText.IamPath),
            // Access points and the like have a region, and then an account.
            "s3" when hasRegion && parts[4].Length == 0 => entry.Fault(ValidationText.Region(entry.Text)),
            _ => null,
        };
    }

    private static bool IsPartition(string text) => text.AsSpan().ContainsAny('*', '?')
        ? Array.Exists(Partitions, p => TextPattern.Compile(text, wildcards: true, variables: false).IsMatch(p, EmptyContext.Instance))
        : Partitions.Contains(text);
}
