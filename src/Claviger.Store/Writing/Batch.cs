using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Some writes in one transaction of the database.</summary>
internal sealed class Batch(List<Commit> commits, Feed feed)
{
    private static readonly Sql ChangesBetween = new(
        "SELECT revision, kind, id FROM changes WHERE account_id = $1 AND revision > $2 AND revision <= $3 ORDER BY revision");

    private readonly Dictionary<AccountId, AccountHead> heads = [];

    /// <summary>Whether the database was asked to commit and did not say that it has.</summary>
    public bool IsOutcomeUnknown { get; private set; }

    /// <summary>Runs the writes. When it returns they are durable, and the feed has handed their rows on.</summary>
    public void Run(Session session, TimeProvider time)
    {
        session.BeginWrite();
        if (commits.Count > 1)
        {
            foreach (var commit in commits)
            {
                RunInSavepoint(session, commit, time);
            }
        }
        else if (!TryRunAlone(session, commits[0], time))
        {
            session.Rollback();
            return;
        }

        foreach (var head in heads.Values)
        {
            head.WriteBack(session);
        }

        session.Announce(heads.Values);
        IsOutcomeUnknown = true;
        session.Commit();
        IsOutcomeUnknown = false;
        foreach (var commit in commits)
        {
            if (commit.Changes.Count > 0)
            {
                feed.Deliver(commit.Account!.Value, commit.Changes);
            }
        }
    }

    private void RunInSavepoint(Session session, Commit commit, TimeProvider time)
    {
        var head = HeadOf(session, commit);
        session.Savepoint();
        try
        {
            commit.Run(session, feed, head, Now(time));
        }
        catch (Exception e) when (ConcernsOneWrite(e))
        {
            session.RollbackToSavepoint();
            commit.Fail(e);
        }

        session.ReleaseSavepoint();
    }

    // A savepoint costs two round trips on PostgreSQL: a write alone in its batch does without.
    private bool TryRunAlone(Session session, Commit commit, TimeProvider time)
    {
        var head = HeadOf(session, commit);
        try
        {
            commit.Run(session, feed, head, Now(time));
            return true;
        }
        catch (Exception e) when (ConcernsOneWrite(e))
        {
            commit.Fail(e);
            return false;
        }
    }

    private static bool ConcernsOneWrite(Exception e) => e is not (StoreRetryException or StoreUnavailableException or StoreCorruptException);

    private static DateTimeOffset Now(TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private AccountHead? HeadOf(Session session, Commit commit) => commit.Account is { } account ? Head(session, account) : null;

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
