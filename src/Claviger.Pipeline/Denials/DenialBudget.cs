namespace Claviger.Pipeline;

/// <summary>How many denials are explained: a first lot for each caller, and then one now and then, so that a flood costs no more than any other refusal.</summary>
/// <remarks>The lots are kept in a table of fixed size, in which callers may share a place; where they are is not for anybody to choose.</remarks>
internal sealed class DenialBudget(TimeProvider time)
{
    private const int Places = 4096;
    private const int FirstLotOfCaller = 300;
    private const int FirstLotOfAll = 5_000;

    /// <summary>Of one caller less than an account keeps in 24 hours: who floods pushes nobody's denials out.</summary>
    private static readonly TimeSpan PaceOfCaller = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PaceOfAll = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly Lot[] _callers = new Lot[Places];
    private Lot _all;

    /// <summary>Takes a denial's part of the budget; false if there is none left.</summary>
    /// <param name="caller">The unique id of the user or role, or the account of the root user.</param>
    public bool TryTake(string caller)
    {
        var now = time.GetTimestamp();
        ref var own = ref _callers[(uint)string.GetHashCode(caller, StringComparison.Ordinal) % Places];
        lock (_gate)
        {
            return own.Has(this, now, FirstLotOfCaller, PaceOfCaller) && _all.Has(this, now, FirstLotOfAll, PaceOfAll) && own.Take() && _all.Take();
        }
    }

    private double Since(long then, long now) => time.GetElapsedTime(then, now).TotalMilliseconds;

    private struct Lot
    {
        private double _spent;
        private long _at;

        public bool Has(DenialBudget budget, long now, int size, TimeSpan pace)
        {
            _spent = Math.Max(0, _spent - (budget.Since(_at, now) / pace.TotalMilliseconds));
            _at = now;
            return _spent <= size - 1;
        }

        public bool Take()
        {
            _spent++;
            return true;
        }
    }
}
