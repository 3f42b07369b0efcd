using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>How often codes of a principal were guessed of late: past ten wrong ones in a row each further guess costs twice the wait.</summary>
/// <remarks>Six digits are few: without it a stolen password or key would find a code in minutes. It is of this node alone, and a restart forgets it.</remarks>
internal sealed class MfaGuesses
{
    private const int Free = 10;
    private const int MostDoublings = 7;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(AccountId Account, string? UserId), (int Count, DateTimeOffset HeldUntil)> _guesses = [];
    private readonly Lock _gate = new();

    /// <summary>Counts a guess before it is looked at, so that many at once gain nothing.</summary>
    /// <returns>Whether it may be looked at; one that may not costs nothing.</returns>
    public bool Admits(AccountId account, string? userId, DateTimeOffset now)
    {
        lock (_gate)
        {
            var (count, heldUntil) = _guesses.GetValueOrDefault((account, userId));
            if (now < heldUntil)
            {
                return false;
            }

            var wait = count < Free ? TimeSpan.Zero : FirstWait * (1 << Math.Min(count - Free, MostDoublings));
            _guesses[(account, userId)] = (count + 1, now + wait);
            return true;
        }
    }

    /// <summary>Forgets the guesses of a principal that has shown a right code.</summary>
    public void Forget(AccountId account, string? userId)
    {
        lock (_gate)
        {
            _guesses.Remove((account, userId));
        }
    }
}
