using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The audit trail: an event for each write, chained within its account, and compressed blocks of all other events, in one chain.</summary>
public static class AuditLog
{
    private static readonly Sql InsertEvent = new(
        "INSERT INTO audit_events (account_id, sequence, at, day, size, content, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    private static readonly Sql InsertBlock = new(
        "INSERT INTO audit_blocks (sequence, at, day, size, content, hash) VALUES ($1, $2, $3, $4, $5, $6)");

    // The row lock makes the nodes of a PostgreSQL deployment append one after the other.
    private static readonly Sql LockBlockChain = new("UPDATE audit_block_chain SET sequence = sequence + 1 WHERE id = 0 RETURNING sequence - 1, hash");
    private static readonly Sql SetBlockChain = new("UPDATE audit_block_chain SET hash = $1 WHERE id = 0");

    private static readonly Sql Events = new(
        "SELECT sequence, hash, at, content FROM audit_events WHERE account_id = $1 AND at >= $2 AND at < $3 AND sequence > $4 ORDER BY sequence LIMIT $5");

    private static readonly Sql Blocks = new(
        "SELECT sequence, hash, at, content FROM audit_blocks WHERE at >= $1 AND at < $2 AND sequence > $3 ORDER BY sequence LIMIT $4");

    private static readonly Sql NewestEvents = new(
        """
        SELECT sequence, hash, at, content FROM audit_events
        WHERE account_id = $1 AND at >= $2 AND at < $3 ORDER BY at DESC, sequence DESC LIMIT $4
        """);

    private static readonly Sql NewestBlock = new("SELECT at FROM audit_blocks WHERE at >= $1 AND at < $2 ORDER BY at DESC LIMIT 1");

    /// <summary>Appends a block of events to the chain of blocks.</summary>
    public static void AppendBlock(AppendTransaction tx, ReadOnlyMemory<byte> content)
    {
        var chain = tx.One(LockBlockChain, static row => new AuditLink(row.Integer(0), row.Bytes(1)))
            ?? throw new StoreCorruptException("The audit trail has lost the head of its chain.");
        var link = chain.Next(tx.Now, content.Span);
        tx.Execute(InsertBlock, link.Sequence, tx.Now, Day(tx.Now), content.Length, content.ToArray(), link.Hash);
        tx.Execute(SetBlockChain, link.Hash);
    }

    /// <summary>An account's events of a span of time, oldest first.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="from">The first moment of the span.</param>
    /// <param name="to">The first moment after it.</param>
    /// <param name="after">Sequence of the last event already read; 0 to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<AuditEntry> ReadEvents(
        ReadTransaction tx, AccountId account, DateTimeOffset from, DateTimeOffset to, long after, int limit) =>
        tx.Many(Events, ReadEntry, account, from, to, after, limit);

    /// <summary>Blocks written in a span of time, oldest first.</summary>
    /// <inheritdoc cref="ReadEvents" path="/param"/>
    public static IReadOnlyList<AuditEntry> ReadBlocks(ReadTransaction tx, DateTimeOffset from, DateTimeOffset to, long after, int limit) =>
        tx.Many(Blocks, ReadEntry, from, to, after, limit);

    /// <summary>An account's events of a span of time, newest first.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="from">The first moment of the span.</param>
    /// <param name="to">The first moment after it.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<AuditEntry> ReadNewestEvents(
        ReadTransaction tx, AccountId account, DateTimeOffset from, DateTimeOffset to, int limit) =>
        tx.Many(NewestEvents, ReadEntry, account, from, to, limit);

    /// <summary>When the newest block of a span of time was written; null if there is none.</summary>
    /// <inheritdoc cref="ReadNewestEvents" path="/param"/>
    public static DateTimeOffset? TimeOfNewestBlock(ReadTransaction tx, DateTimeOffset from, DateTimeOffset to) =>
        tx.Number(NewestBlock, from, to) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    internal static AuditLink AppendEvents(
        Session session, AccountId account, AuditLink chain, List<(ReadOnlyMemory<byte> Content, DateTimeOffset At)> events)
    {
        session.ExecuteEach(InsertEvent, events.Count, i =>
        {
            var (content, at) = events[i];
            chain = chain.Next(at, content.Span);
            return [account, chain.Sequence, at, Day(at), content.Length, content.ToArray(), chain.Hash];
        });
        return chain;
    }

    /// <summary>The day of a time, counted from 1970.</summary>
    internal static long Day(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / (24 * 60 * 60 * 1000);

    private static AuditEntry ReadEntry(Row row) => new(new AuditLink(row.Integer(0), row.Bytes(1)), row.Time(2), row.Bytes(3));
}
