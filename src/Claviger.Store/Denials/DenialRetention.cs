namespace Claviger.Store;

/// <summary>How long it is known why calls were denied, and within which bounds; what is oldest goes first.</summary>
/// <param name="Age">Denials older than this are dropped.</param>
/// <param name="OfAnAccount">The most denials of one account: a flood in one takes nothing from another.</param>
/// <param name="Bytes">Bound of all denials together with the texts of the policies that took part.</param>
public sealed record DenialRetention(TimeSpan Age, long OfAnAccount, long Bytes)
{
    private const long Piece = 2_000;
    private const long Minute = 60_000;

    /// <summary>How much earlier than it was used the use of a policy may stand: it isn't written for each denial.</summary>
    public static TimeSpan PolicyUseSlack { get; } = TimeSpan.FromMinutes(10);

    private static readonly Sql DropOld = new("DELETE FROM denials WHERE id IN (SELECT id FROM denials WHERE at < $1 ORDER BY at LIMIT $2)");

    private static readonly Sql Crowded = new("SELECT account_id, COUNT(*) FROM denials GROUP BY account_id HAVING COUNT(*) > $1");

    private static readonly Sql DropOfAccount = new(
        "DELETE FROM denials WHERE id IN (SELECT id FROM denials WHERE account_id = $1 ORDER BY at LIMIT $2)");

    private static readonly Sql SizesByMinute = new(
        """
        SELECT minute, SUM(size) FROM (
          SELECT at / 60000 AS minute, size FROM denials
          UNION ALL
          SELECT used / 60000 AS minute, size FROM denial_policies) AS sizes
        GROUP BY minute ORDER BY minute DESC
        """);

    private static readonly Sql DropPolicies = new(
        "DELETE FROM denial_policies WHERE hash IN (SELECT hash FROM denial_policies WHERE used < $1 ORDER BY used LIMIT $2)");

    /// <summary>24 hours, 50,000 denials of an account, 256 MiB.</summary>
    public static DenialRetention Default { get; } = new(TimeSpan.FromHours(24), 50_000, 256 << 20);

    /// <summary>Drops what is too old or too much, in pieces, so that writes need not wait for it.</summary>
    public async Task ApplyAsync(IStore store, DateTimeOffset now)
    {
        var horizon = now - Age;
        var crowded = await store.ReadAsync(OfAnAccount, static (tx, most) => tx.Many(Crowded, static row => (Account: row.Account(0), Count: row.Integer(1)), most));
        foreach (var (account, count) in crowded)
        {
            for (var surplus = count - OfAnAccount; surplus > 0; surplus -= Piece)
            {
                await store.AppendAsync(tx => tx.Execute(DropOfAccount, account, Math.Min(surplus, Piece)));
            }
        }

        var sizes = await store.ReadAsync(static tx => tx.Many(SizesByMinute, static row => (Minute: row.Integer(0), Size: row.Integer(1))));
        var total = 0L;
        foreach (var (minute, size) in sizes)
        {
            total += size;
            if (total > Bytes)
            {
                var full = DateTimeOffset.FromUnixTimeMilliseconds((minute + 1) * Minute);
                horizon = full > horizon ? full : horizon;
                break;
            }
        }

        await DropAsync(store, DropOld, horizon);
        await DropAsync(store, DropPolicies, horizon - PolicyUseSlack);
    }

    private static async Task DropAsync(IStore store, Sql drop, DateTimeOffset before)
    {
        var dropped = Piece;
        while (dropped >= Piece)
        {
            await store.AppendAsync(tx => dropped = tx.Execute(drop, before, Piece));
        }
    }
}
