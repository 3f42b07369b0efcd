using Claviger.Store.Conformance;

namespace Claviger.Pipeline.Tests;

public sealed class DenialBudgetTests
{
    private readonly ManualTime _time = new();
    private readonly DenialBudget _budget;

    public DenialBudgetTests() => _budget = new DenialBudget(_time);

    [Fact]
    public void A_flood_of_one_caller_is_explained_a_few_hundred_times_and_then_now_and_then()
    {
        Assert.Equal(300, Taken("AIDAFLOOD", 10_000));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(10, Taken("AIDAFLOOD", 10_000));
    }

    [Fact]
    public void A_flood_takes_nothing_from_other_callers()
    {
        Taken("AIDAFLOOD", 10_000);

        Assert.Contains(Enumerable.Range(0, 3), i => _budget.TryTake($"AIDAOTHER{i}"));
    }

    [Fact]
    public void All_callers_together_have_a_bound()
    {
        var taken = Enumerable.Range(0, 100).Sum(i => Taken($"AIDA{i}", 1_000));

        Assert.Equal(5_000, taken);
    }

    [Fact]
    public void What_a_day_allows_one_caller_is_less_than_an_account_keeps()
    {
        var taken = 0L;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            taken += Taken("AIDAFLOOD", 100);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(taken, 1, Store.DenialRetention.Default.OfAnAccount);
    }

    private int Taken(string caller, int tries) => Enumerable.Range(0, tries).Count(_ => _budget.TryTake(caller));
}
