using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of virtual MFA devices.</summary>
public static class MfaDevices
{
    private static readonly Table<MfaDeviceRecord> Table = new Table<MfaDeviceRecord>("mfa_devices", Read)
        .Key("serial_key", static it => NameKey.Of(it.SerialNumber))
        .Fixed("account_id", static it => it.Account)
        .Fixed("serial", static it => it.SerialNumber)
        .Column("user_id", static it => it.UserId)
        .Column("enabled", static it => it.Enabled)
        .Fixed("sealed_seed", static it => it.SealedSeed)
        .Fixed("used_step", static it => it.UsedStep)
        .Fixed("drift", static it => it.Drift)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created);

    private static readonly Sql BySerial = Table.Select("WHERE serial_key = $1");
    private static readonly Sql ByUser = Table.Select("WHERE account_id = $1 AND user_id = $2 AND enabled IS NOT NULL ORDER BY serial");
    private static readonly Sql ByRoot = Table.Select("WHERE account_id = $1 AND user_id IS NULL AND enabled IS NOT NULL ORDER BY serial");
    private static readonly Sql InOrder = Table.Select("WHERE account_id = $1 AND serial > $2 ORDER BY serial LIMIT $3");
    private static readonly Sql InOrderAssigned = Table.Select("WHERE account_id = $1 AND serial > $2 AND enabled IS NOT NULL ORDER BY serial LIMIT $3");
    private static readonly Sql InOrderUnassigned = Table.Select("WHERE account_id = $1 AND serial > $2 AND enabled IS NULL ORDER BY serial LIMIT $3");
    private static readonly Sql CountAll = new("SELECT COUNT(*) FROM mfa_devices WHERE account_id = $1");
    private static readonly Sql CountAssigned = new("SELECT COUNT(*) FROM mfa_devices WHERE account_id = $1 AND enabled IS NOT NULL");

    // INVARIANT: one statement decides whether a code is still good, so that of two calls with the same code one alone succeeds, on whatever nodes.
    private static readonly Sql Use = new(
        "UPDATE mfa_devices SET used_step = $2, drift = $3 WHERE serial_key = $1 AND used_step < $2 AND enabled = $4");

    /// <summary>The device of a serial number, if it belongs to the account; else null.</summary>
    public static MfaDeviceRecord? Find(ReadTransaction tx, AccountId account, string serialNumber) =>
        tx.One(BySerial, Read, NameKey.Of(serialNumber)) is { } found && found.Account == account && found.SerialNumber == serialNumber ? found : null;

    /// <summary>Whether a serial number is taken, compared without regard to case.</summary>
    public static bool IsTaken(ReadTransaction tx, string serialNumber) => tx.One(BySerial, Read, NameKey.Of(serialNumber)) is not null;

    /// <summary>The devices of a user by serial number; those of the root user where <paramref name="userId"/> is null.</summary>
    public static IReadOnlyList<MfaDeviceRecord> Of(ReadTransaction tx, AccountId account, string? userId) =>
        userId is null ? tx.Many(ByRoot, Read, account) : tx.Many(ByUser, Read, account, userId);

    /// <summary>Up to a number of the account's devices by serial number.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="assigned">Only those that are somebody's, or only those that are not; null for all.</param>
    /// <param name="after">Serial number of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<MfaDeviceRecord> Page(ReadTransaction tx, AccountId account, bool? assigned, string after, int limit)
    {
        var query = assigned switch
        {
            true => InOrderAssigned,
            false => InOrderUnassigned,
            null => InOrder,
        };
        return tx.Many(query, Read, account, after, limit);
    }

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => tx.Number(CountAll, account) ?? 0;

    /// <summary>How many of them are somebody's.</summary>
    public static long CountInUse(ReadTransaction tx, AccountId account) => tx.Number(CountAssigned, account) ?? 0;

    /// <summary>Adds a device.</summary>
    /// <exception cref="StoreConflictException">The serial number is taken.</exception>
    public static void Insert(WriteTransaction tx, MfaDeviceRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.MfaDevice, record.SerialNumber);
    }

    /// <summary>Changes whose a device is, or its tags.</summary>
    public static void Update(WriteTransaction tx, MfaDeviceRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.MfaDevice, record.SerialNumber);
    }

    /// <summary>Takes out a device.</summary>
    public static void Delete(WriteTransaction tx, MfaDeviceRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.MfaDevice, record.SerialNumber);
    }

    /// <summary>Notes that the code of a half minute was accepted.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="device">The device, as it was when the code was compared.</param>
    /// <param name="step">Number of the half minute.</param>
    /// <param name="drift">By how many half minutes the device is ahead of us.</param>
    /// <returns>False if a code of that half minute or a later one was accepted before, or the device is not what it was.</returns>
    public static bool TryUse(AppendTransaction tx, MfaDeviceRecord device, long step, long drift) =>
        device.Enabled is { } enabled && tx.Execute(Use, NameKey.Of(device.SerialNumber), step, drift, enabled) == 1;

    private static MfaDeviceRecord Read(Row row) => new()
    {
        Account = row.Account(1),
        SerialNumber = row.Text(2),
        UserId = row.TextOrNull(3),
        Enabled = row.TimeOrNull(4),
        SealedSeed = row.Bytes(5),
        UsedStep = row.Integer(6),
        Drift = row.Integer(7),
        Tags = TagSet.Decode(row.Text(8)),
        Created = row.Time(9),
    };
}
