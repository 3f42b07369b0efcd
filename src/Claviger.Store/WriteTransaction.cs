using Claviger.Policy;

namespace Claviger.Store;

/// <summary>One write to an account: its records, its rows of the change feed and its audit events, all or nothing.</summary>
public sealed class WriteTransaction : AppendTransaction
{
    private static readonly Sql ChangesSince = new("SELECT revision, id FROM changes WHERE account_id = $1 AND revision > $2 ORDER BY revision");

    private readonly AccountHead head;
    private readonly List<StoreChange> changes = [];
    private readonly List<ReadOnlyMemory<byte>> events = [];
    private bool isNewAccount;

    internal WriteTransaction(Session session, Feed feed, AccountHead head, DateTimeOffset now)
        : base(session, feed, now) => this.head = head;

    /// <summary>The account that is written to.</summary>
    public AccountId Account => head.Account;

    /// <summary>The revision that this write gives its account: one more than what it finds.</summary>
    public long Revision => head.Revision + 1;

    /// <inheritdoc/>
    public override long RevisionOf(AccountId account) => account == Account ? head.Revision : base.RevisionOf(account);

    /// <summary>Adds a row to the change feed. The tables do this themselves for what they change.</summary>
    /// <param name="kind">One of <see cref="ChangeKind"/>.</param>
    /// <param name="id">What changed.</param>
    public void Changed(string kind, string id)
    {
        var change = new StoreChange(Account, Revision, kind, id);
        if (!changes.Contains(change))
        {
            changes.Add(change);
        }
    }

    /// <summary>Adds an event to the account's audit trail. The bytes are kept as they are.</summary>
    public void Audit(ReadOnlyMemory<byte> content) => events.Add(content);

    /// <summary>Whether none of some ids has changed since a revision, by what is committed, by writes before this one in its batch,
    /// or by this one so far. Where that can't be told the answer is no.</summary>
    public bool IsUntouched(long since, IReadOnlyCollection<string> ids)
    {
        if (TouchesAny(changes, since, ids) || TouchesAny(head.Changes, since, ids))
        {
            return false;
        }

        if (since >= head.Found)
        {
            return since <= head.Revision;
        }

        var last = since;
        foreach (var (revision, id) in Many(ChangesSince, static row => (row.Integer(0), row.Text(1)), Account, since))
        {
            if (revision > last + 1 || ids.Contains(id) || id == Account.ToString())
            {
                return false;
            }

            last = revision;
        }

        return last == head.Found;
    }

    /// <summary>Marks that this write has just made its own account.</summary>
    internal void AccountIsMade() => isNewAccount = true;

    internal bool AccountExists => head.Exists || isNewAccount;

    internal override void Finish()
    {
        base.Finish();
        if (!AccountExists && (changes.Count > 0 || events.Count > 0))
        {
            throw new AccountNotFoundException($"There is no account {Account}.");
        }

        head.Accept(changes, events, Now, AccountExists);
    }

    private static bool TouchesAny(List<StoreChange> candidates, long since, IReadOnlyCollection<string> ids)
    {
        foreach (var change in candidates)
        {
            if (change.Revision > since && (ids.Contains(change.Id) || change.Kind == ChangeKind.Everything))
            {
                return true;
            }
        }

        return false;
    }
}
