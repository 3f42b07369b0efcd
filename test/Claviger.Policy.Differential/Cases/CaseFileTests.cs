namespace Claviger.Policy.Differential;

/// <summary>The reference evaluator on the cases under test/cases: whoever wrote them read the specification as it does.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public void The_reference_decides_every_case_as_expected()
    {
        var wrong = CaseFiles.Lines()
            .Select(at => (at.File, Case: CaseText.Parse(at.Line), Answer: Answer.OfReference(at.Line)))
            .Where(at => at.Case["expected"]!.GetValue<string>() != at.Answer.Verdict.ToString()
                || (at.Case["expectedKind"]?.GetValue<string>().Replace("Trust", "Resource", StringComparison.Ordinal) is { } kind && kind != at.Answer.NamedKind.ToString()))
            .Select(at => $"{at.File} {at.Case["id"]}: {at.Answer}");

        Assert.Empty(wrong);
    }
}
