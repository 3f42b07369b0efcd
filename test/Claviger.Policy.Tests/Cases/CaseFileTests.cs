namespace Claviger.Policy.Tests;

/// <summary>Holds the engine against the cases kept as data.</summary>
public sealed class CaseFileTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.jsonl").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_the_file_comes_out_as_it_expects(string file)
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in LinesOf(file))
        {
            count++;
            var given = DecisionCase.Parse(line);
            var decision = given.Decide();
            Assert.NotNull(given.Expected);
            if (!given.IsAsExpected(decision))
            {
                wrong.Add($"{given.Id}: expected {given.Expected} {given.ExpectedKind}, was {decision.Verdict} {decision.DecidingKind}");
            }
        }

        Assert.Empty(wrong);
        Assert.NotEqual(0, count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_explanation_carries_the_same_decision_and_verdicts_that_lead_to_it(string file)
    {
        foreach (var line in LinesOf(file))
        {
            var given = DecisionCase.Parse(line);
            var decision = given.Decide();
            var explanation = given.Explain();

            Assert.Equal(decision, explanation.Decision);
            Assert.Equal(
                decision.Verdict == Verdict.ExplicitlyDenied,
                explanation.Kinds.Any(k => k.Verdict == Verdict.ExplicitlyDenied) && given.Policies.Standing != StandingRule.AllowsAlways);
            Assert.Equal(decision.Verdict == Verdict.ExplicitlyDenied, explanation.DecidingStatement is { IsDeny: true });
        }
    }

    private static IEnumerable<string> LinesOf(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "cases", file)).Where(line => line.Length > 0);
}
