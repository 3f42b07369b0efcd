using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Where an account stands within a batch: its row is locked and its revision raised once, for all writes of the batch.</summary>
internal sealed class AccountHead
{
    private static readonly Sql Raise = new(
        "UPDATE accounts SET revision = revision + 1 WHERE id = $1 RETURNING revision, audit_sequence, audit_hash");

    private static readonly Sql Settle = new(
        "UPDATE accounts SET revision = $2, audit_sequence = $3, audit_hash = $4 WHERE id = $1");

    private readonly long stored;
    private readonly AuditLink storedChain;

    private AccountHead(AccountId account, long revision, AuditLink chain, bool exists)
    {
        Account = account;
        Found = revision;
        Revision = revision;
        Chain = storedChain = chain;
        Exists = exists;
        stored = exists ? revision + 1 : 0;
    }

    public AccountId Account { get; }

    /// <summary>The revision before the batch.</summary>
    public long Found { get; }

    /// <summary>The revision that the last write gave.</summary>
    public long Revision { get; private set; }

    /// <summary>The last link of the account's audit trail.</summary>
    public AuditLink Chain { get; private set; }

    public bool Exists { get; private set; }

    /// <summary>Takes the account's row for this transaction; on PostgreSQL other nodes wait for it.</summary>
    public static AccountHead Lock(Session session, AccountId account) =>
        session.One(
            Raise,
            row => new AccountHead(account, row.Integer(0) - 1, new AuditLink(row.Integer(1), row.Bytes(2)), exists: true),
            [account])
        ?? new AccountHead(account, 0, AuditLink.Start, exists: false);

    public void Advance(long revision, AuditLink chain, bool exists)
    {
        Revision = revision;
        Chain = chain;
        Exists = exists;
    }

    /// <summary>Writes down where the batch has brought the account, unless the raise already has.</summary>
    public void WriteBack(Session session)
    {
        if (Exists && (Revision != stored || Chain != storedChain))
        {
            session.Execute(Settle, [Account, Revision, Chain.Sequence, Chain.Hash]);
        }
    }
}
