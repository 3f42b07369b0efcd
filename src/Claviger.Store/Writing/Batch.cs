using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Some writes in one transaction of the database.</summary>
/// <param name="commits">The writes.</param>
/// <param name="feed">Hears what they changed.</param>
/// <param name="isGuarded">Whether each write has a savepoint to go back to. Savepoints cost more than small writes do, and few writes fail
/// after they have changed something: a batch goes without until one does, and is then run again with them.</param>
internal sealed class Batch(List<Commit> commits, Feed feed, bool isGuarded)
{
    private static readonly Sql ChangesBetween = new(
        "SELECT revision, kind, id FROM changes WHERE account_id = $1 AND revision > $2 AND revision <= $3 ORDER BY revision");

    private readonly Dictionary<AccountId, AccountHead> heads = [];

    /// <summary>Whether the database was asked to commit and did not say that it has.</summary>
    public bool IsOutcomeUnknown { get; private set; }

    /// <summary>Runs the writes. When it returns they are durable, and the feed has handed their rows on.</summary>
    /// <returns>False if a write failed with changes made and no savepoint to undo them: nothing was written.</returns>
    public bool TryRun(Session session, TimeProvider time)
    {
        session.BeginWrite();
        foreach (var commit in commits)
        {
            if (!TryRun(session, commit, Now(time)))
            {
                session.Rollback();
                return commits.Count == 1;
            }
        }

        foreach (var head in heads.Values)
        {
            head.WriteBack(session);
        }

        session.Announce(heads.Values);
        IsOutcomeUnknown = true;
        session.Commit();
        IsOutcomeUnknown = false;
        foreach (var head in heads.Values)
        {
            feed.Deliver(head.Account, head.Changes);
        }

        return true;
    }

    private bool TryRun(Session session, Commit commit, DateTimeOffset now)
    {
        var head = commit is { HasHead: true, Account: { } account } ? Head(session, account) : null;
        if (isGuarded)
        {
            session.Savepoint();
        }

        try
        {
            commit.Run(session, feed, head, now);
        }
        catch (Exception e) when (ConcernsOneWrite(e))
        {
            commit.Fail(e);
            if (isGuarded)
            {
                session.RollbackToSavepoint();
            }
            else if (commit.HasTraces)
            {
                return false;
            }
        }

        if (isGuarded)
        {
            session.ReleaseSavepoint();
        }

        return true;
    }

    private static bool ConcernsOneWrite(Exception e) => e is not (StoreRetryException or StoreUnavailableException or StoreCorruptException);

    private static DateTimeOffset Now(TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private AccountHead Head(Session session, AccountId account)
    {
        if (heads.TryGetValue(account, out var head))
        {
            return head;
        }

        heads[account] = head = AccountHead.Lock(session, account);

        // Other nodes' rows that this one has not heard of yet come before its own.
        if (feed.MissedBefore(account, head.Found) is { } after)
        {
            feed.CatchUp(account, session.Many(
                ChangesBetween,
                row => new StoreChange(account, row.Integer(0), row.Text(1), row.Text(2)),
                [account, after, head.Found]));
        }

        return head;
    }
}
