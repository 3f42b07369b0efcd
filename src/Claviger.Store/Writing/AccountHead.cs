using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Where an account stands within a batch: its row is locked and its revision raised once, for all writes of the batch.</summary>
internal sealed class AccountHead
{
    private static readonly Sql Raise = new(
        "UPDATE accounts SET revision = revision + 1 WHERE id = $1 RETURNING revision, audit_sequence, audit_hash");

    private static readonly Sql Settle = new(
        "UPDATE accounts SET revision = $2, audit_sequence = $3, audit_hash = $4 WHERE id = $1");

    private static readonly Sql InsertChange = new("INSERT INTO changes (account_id, revision, kind, id, at) VALUES ($1, $2, $3, $4, $5)");

    private readonly List<(ReadOnlyMemory<byte> Content, DateTimeOffset At)> events = [];
    private readonly List<DateTimeOffset> times = [];
    private readonly AuditLink chain;

    private AccountHead(AccountId account, long revision, AuditLink chain, bool exists)
    {
        Account = account;
        Found = revision;
        Revision = revision;
        Exists = exists;
        this.chain = chain;
        WasRaised = exists;
    }

    public AccountId Account { get; }

    /// <summary>The revision before the batch.</summary>
    public long Found { get; }

    /// <summary>The revision that the last write gave.</summary>
    public long Revision { get; private set; }

    public bool Exists { get; private set; }

    /// <summary>The feed rows of the batch's writes so far.</summary>
    public List<StoreChange> Changes { get; } = [];

    private bool WasRaised { get; }

    /// <summary>Takes the account's row for this transaction; on PostgreSQL other nodes wait for it.</summary>
    public static AccountHead Lock(Session session, AccountId account) =>
        session.One(
            Raise,
            row => new AccountHead(account, row.Integer(0) - 1, new AuditLink(row.Integer(1), row.Bytes(2)), exists: true),
            [account])
        ?? new AccountHead(account, 0, AuditLink.Start, exists: false);

    /// <summary>Takes on what a write has changed, now that it has succeeded.</summary>
    public void Accept(List<StoreChange> changes, List<ReadOnlyMemory<byte>> contents, DateTimeOffset now, bool exists)
    {
        Exists = exists;
        if (changes.Count > 0)
        {
            Revision++;
        }

        foreach (var change in changes)
        {
            Changes.Add(change);
            times.Add(now);
        }

        foreach (var content in contents)
        {
            events.Add((content, now));
        }
    }

    /// <summary>Writes the batch's feed rows and audit events, and where it has brought the account unless the raise already has.</summary>
    public void WriteBack(Session session)
    {
        if (!Exists)
        {
            return;
        }

        session.ExecuteEach(
            InsertChange,
            Changes.Count,
            i => [Account, Changes[i].Revision, Changes[i].Kind, Changes[i].Id, times[i]]);
        var last = AuditLog.AppendEvents(session, Account, chain, events);
        if (events.Count > 0 || !WasRaised || Revision != Found + 1)
        {
            session.Execute(Settle, [Account, Revision, last.Sequence, last.Hash]);
        }
    }
}
