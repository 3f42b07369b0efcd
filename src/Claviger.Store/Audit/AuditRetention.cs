namespace Claviger.Store;

/// <summary>What is kept of the audit trail: days of some age, and within a bound of bytes; the oldest days go first, as a whole.</summary>
/// <param name="Age">Days older than this are dropped.</param>
/// <param name="Bytes">Bound of the content of events and blocks together; the day in progress stays, whatever its size.</param>
public sealed record AuditRetention(TimeSpan Age, long Bytes)
{
    private const long Piece = 2_000;

    private static readonly Sql DaySizes = new(
        """
        SELECT day, SUM(size) FROM (
          SELECT day, SUM(size) AS size FROM audit_events GROUP BY day
          UNION ALL
          SELECT day, SUM(size) AS size FROM audit_blocks GROUP BY day) AS days
        GROUP BY day ORDER BY day DESC
        """);

    private static readonly Sql DropEvents = new(
        """
        DELETE FROM audit_events WHERE (account_id, sequence) IN (
          SELECT account_id, sequence FROM audit_events WHERE day <= $1 ORDER BY day, account_id, sequence LIMIT $2)
        """);

    private static readonly Sql DropBlocks = new(
        "DELETE FROM audit_blocks WHERE sequence IN (SELECT sequence FROM audit_blocks WHERE day <= $1 ORDER BY day, sequence LIMIT $2)");

    /// <summary>90 days, 1 GiB.</summary>
    public static AuditRetention Default { get; } = new(TimeSpan.FromDays(90), 1L << 30);

    /// <summary>Drops what has become too old or too much, in pieces, so that writes need not wait for it.</summary>
    public async Task ApplyAsync(IStore store, DateTimeOffset now)
    {
        var days = await store.ReadAsync(static tx => tx.Many(DaySizes, static row => (Day: row.Integer(0), Size: row.Integer(1))));
        if (LastDayToDrop(days, AuditLog.Day(now)) is not { } last)
        {
            return;
        }

        var dropped = long.MaxValue;
        while (dropped >= Piece)
        {
            await store.AppendAsync(tx => dropped = Math.Max(tx.Execute(DropEvents, last, Piece), tx.Execute(DropBlocks, last, Piece)));
        }
    }

    private long? LastDayToDrop(List<(long Day, long Size)> newestFirst, long today)
    {
        var total = 0L;
        foreach (var (day, size) in newestFirst)
        {
            total += size;
            if (day < today && (total > Bytes || day < today - (long)Age.TotalDays))
            {
                return day;
            }
        }

        return null;
    }
}
