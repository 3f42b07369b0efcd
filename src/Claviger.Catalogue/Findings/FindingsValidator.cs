using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>
/// Looks a policy over as IAM Access Analyzer's ValidatePolicy does, against AWS's published actions, resources and keys. It judges the text alone:
/// neither whether what it names exists in an account, nor what it decides together with other policies.
/// </summary>
public static class FindingsValidator
{
    internal static ImmutableArray<CheckFamily> Families { get; } =
    [
        StructureChecks.Family, VersionChecks.Family, SidChecks.Family, SizeChecks.Family, VariableChecks.Family, ActionChecks.Family, ArnChecks.Family,
        ArnFormChecks.Family, ResourceChecks.Family, UsageChecks.Family, PrincipalChecks.Family, TrustChecks.Family, OrganizationChecks.Family,
        OperatorChecks.Family, ConditionShapeChecks.Family, ConditionKeyChecks.Family, TagConditionChecks.Family, ValueTypeChecks.Family,
        ValueFormChecks.Family, AddressChecks.Family, PassRoleChecks.Family, ServiceLinkedRoleChecks.Family, ExposureChecks.Family, MfaChecks.Family,
        StatementChecks.Family,
    ];

    /// <summary>Everything that policies are checked for.</summary>
    public static ImmutableArray<FindingCheck> Checks { get; } = [.. Families.SelectMany(f => f.Checks)];

    /// <summary>What there is to say about a policy, in the order of the text. Never throws for content.</summary>
    /// <param name="json">The policy.</param>
    /// <param name="kind">What it is to be used as.</param>
    public static IReadOnlyList<Finding> Validate(string json, PolicyKind kind)
    {
        ArgumentNullException.ThrowIfNull(json);
        var utf8 = Encoding.UTF8.GetBytes(json);
        var map = new TextMap(utf8);
        JsonSyntax root;
        try
        {
            root = JsonSyntaxReader.Read(utf8);
        }
        catch (JsonException e)
        {
            return [SyntaxError(map, map.OffsetOf(e.LineNumber ?? 0, e.BytePositionInLine ?? 0), "The text is not JSON from here on.")];
        }

        if (!root.IsObject)
        {
            return [SyntaxError(map, root.Offset, "A policy is a JSON object.")];
        }

        var run = new CheckRun(new PolicySyntax(root, json, kind), map);
        foreach (var family in Families)
        {
            family.Run(run);
        }

        return [.. run.Findings.OrderBy(f => f.Line).ThenBy(f => f.Column).ThenByDescending(f => f.Type)];
    }

    private static Finding SyntaxError(TextMap map, int offset, string message)
    {
        var (line, column) = map.PositionOf(offset);
        return new Finding(StructureChecks.JsonSyntaxError, message, line, column, "");
    }
}
