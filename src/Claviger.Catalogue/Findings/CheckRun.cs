namespace Claviger.Catalogue;

/// <summary>One policy going through the checks: what they look at, and where they put what they find.</summary>
internal sealed class CheckRun(PolicySyntax policy, TextMap map)
{
    private readonly List<Finding> _findings = [];

    public PolicySyntax Policy { get; } = policy;

    public IReadOnlyList<Finding> Findings => _findings;

    public void Report(FindingCheck check, JsonSyntax place, string message) => Report(check, place.Offset, place.Path, message);

    /// <summary>Reports at the name of a member.</summary>
    public void Report(FindingCheck check, JsonMember place, string message) => Report(check, place.Offset, place.Value.Path, message);

    private void Report(FindingCheck check, int offset, string path, string message)
    {
        var (line, column) = map.PositionOf(offset);
        _findings.Add(new Finding(check, message, line, column, path));
    }
}
