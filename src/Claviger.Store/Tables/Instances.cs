using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of instances.</summary>
public static class Instances
{
    private const string InOrder = "ORDER BY launched, reservation_id, launch_index, id";

    private static readonly Table<InstanceRecord> Table = new Table<InstanceRecord>("instances", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("region", static it => it.Region)
        .Fixed("host", static it => it.Host)
        .Column("state", static it => it.State)
        .Fixed("reservation_id", static it => it.ReservationId)
        .Fixed("launch_index", static it => it.LaunchIndex)
        .Fixed("client_token", static it => it.ClientToken)
        .Column("private_address", static it => it.PrivateAddress)
        .Column("profile_id", static it => it.ProfileId)
        .Column("user_data", static it => it.SealedUserData)
        .Column("details", static it => JsonSerializer.Serialize(it.Details, StoreJson.Default.InstanceDetails))
        .Column("launched", static it => it.Launched)
        .Column("ended", static it => (SqlValue)it.Ended);

    private static readonly Sql One = Table.Select("WHERE id = $1");
    private static readonly Sql OfRegion = Table.Select($"WHERE account_id = $1 AND region = $2 {InOrder}");
    private static readonly Sql ByToken = Table.Select($"WHERE account_id = $1 AND region = $2 AND client_token = $3 {InOrder}");
    private static readonly Sql OnHostInState = Table.Select($"WHERE host = $1 AND state <> $2 {InOrder}");
    private static readonly Sql EndedBefore = Table.Select("WHERE ended IS NOT NULL AND ended < $1 ORDER BY ended LIMIT 100");
    private static readonly Sql CountAddress = new("SELECT COUNT(*) FROM instances WHERE account_id = $1 AND region = $2 AND private_address = $3");
    private static readonly Sql CountInSubnets = new("SELECT COUNT(*) FROM instances WHERE account_id = $1 AND region = $2 AND private_address IS NOT NULL");

    /// <summary>The instance of an id, in whatever account; null if there is none.</summary>
    public static InstanceRecord? ById(ReadTransaction tx, string id) => tx.One(One, Read, id);

    /// <summary>The instance of an id, if it belongs to the account and region; else null.</summary>
    public static InstanceRecord? Find(ReadTransaction tx, AccountId account, string region, string id) =>
        ById(tx, id) is { } found && found.Account == account && found.Region == region ? found : null;

    /// <summary>All instances of an account in a region, in the order of their launches.</summary>
    public static IReadOnlyList<InstanceRecord> Of(ReadTransaction tx, AccountId account, string region) => tx.Many(OfRegion, Read, account, region);

    /// <summary>The instances that a client token launched.</summary>
    public static IReadOnlyList<InstanceRecord> OfToken(ReadTransaction tx, AccountId account, string region, string token) =>
        tx.Many(ByToken, Read, account, region, token);

    /// <summary>The instances on a host, of all accounts, that are not in a state.</summary>
    public static IReadOnlyList<InstanceRecord> OnHost(ReadTransaction tx, string host, int stateToLeaveOut) =>
        tx.Many(OnHostInState, Read, host, stateToLeaveOut);

    /// <summary>Up to a hundred instances, of all accounts, that ended before a time.</summary>
    public static IReadOnlyList<InstanceRecord> LongEnded(ReadTransaction tx, DateTimeOffset before) => tx.Many(EndedBefore, Read, before);

    /// <summary>Whether an instance of the account in the region has an address.</summary>
    public static bool HasAddress(ReadTransaction tx, AccountId account, string region, string address) =>
        tx.Number(CountAddress, account, region, address) > 0;

    /// <summary>How many addresses instances of the account have in the region.</summary>
    public static long CountAddresses(ReadTransaction tx, AccountId account, string region) => tx.Number(CountInSubnets, account, region) ?? 0;

    /// <summary>Adds an instance.</summary>
    /// <exception cref="StoreConflictException">Its id or private address is taken.</exception>
    public static void Insert(WriteTransaction tx, InstanceRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.Instance, record.Id);
    }

    /// <summary>Writes an instance over the one with its id.</summary>
    public static void Update(WriteTransaction tx, InstanceRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Instance, record.Id);
    }

    /// <summary>Takes out an instance.</summary>
    public static void Delete(WriteTransaction tx, InstanceRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.Instance, record.Id);
    }

    private static InstanceRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        Region = row.Text(2),
        Host = row.Text(3),
        State = (int)row.Integer(4),
        ReservationId = row.Text(5),
        LaunchIndex = (int)row.Integer(6),
        ClientToken = row.TextOrNull(7),
        PrivateAddress = row.TextOrNull(8),
        ProfileId = row.TextOrNull(9),
        SealedUserData = row.BytesOrNull(10),
        Details = JsonSerializer.Deserialize(row.Text(11), StoreJson.Default.InstanceDetails)!,
        Launched = row.Time(12),
        Ended = row.TimeOrNull(13),
    };
}
