using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The revisions that accounts had when a decision over them was taken.</summary>
internal readonly struct SeenRevisions
{
    private readonly (AccountId Account, long Revision)[] _seen;

    private SeenRevisions((AccountId Account, long Revision)[] seen) => _seen = seen;

    /// <summary>The revisions of the caller's account and of the one that is written to.</summary>
    public static SeenRevisions Of(Caller caller, AccountId written, ReadTransaction state) =>
        caller.Kind == CallerKind.Anonymous || caller.Account == written
            ? new([(written, state.RevisionOf(written))])
            : new([(written, state.RevisionOf(written)), (caller.Account, state.RevisionOf(caller.Account))]);

    /// <summary>The revisions of the caller's account and of those that own the targets.</summary>
    public static SeenRevisions Of(Caller caller, Targets targets, ReadTransaction state)
    {
        var accounts = new List<AccountId>(2);
        if (caller.Kind != CallerKind.Anonymous)
        {
            accounts.Add(caller.Account);
        }

        foreach (var target in targets.AsList())
        {
            if (target.Account is { } owner && !accounts.Contains(owner))
            {
                accounts.Add(owner);
            }
        }

        return new([.. accounts.Select(account => (account, state.RevisionOf(account)))]);
    }

    /// <summary>Whether no account has changed since.</summary>
    public bool AreStillThoseOf(ReadTransaction state)
    {
        foreach (var (account, revision) in _seen)
        {
            if (state.RevisionOf(account) != revision)
            {
                return false;
            }
        }

        return true;
    }
}
