using System.Security.Cryptography;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>What outlives a request: the store with its upkeep, and the keys that its secrets are sealed under.</summary>
internal sealed class ServerState : IAsyncDisposable
{
    private readonly StoreUpkeep _upkeep;

    private ServerState(IStore store, SealingKeys keys, StoreUpkeep upkeep)
    {
        Store = store;
        Keys = keys;
        _upkeep = upkeep;
    }

    public IStore Store { get; }

    public SealingKeys Keys { get; }

    /// <exception cref="CommandException">The state can't be opened; the message says why.</exception>
    public static async Task<ServerState> OpenAsync(ServerSettings settings)
    {
        try
        {
            var store = OpenStore(settings, TimeProvider.System);
            try
            {
                var keys = await SealingKeys.OpenAsync(store, MasterKeyOf(settings));
                return new ServerState(store, keys, new StoreUpkeep(store, settings.AuditRetention, TimeProvider.System));
            }
            catch
            {
                await store.DisposeAsync();
                throw;
            }
        }
        catch (Exception error) when (error is StoreException or MasterKeyException)
        {
            throw new CommandException(error.InnerException is { } cause ? $"{error.Message} {cause.Message}" : error.Message, error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _upkeep.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static IStore OpenStore(ServerSettings settings, TimeProvider time) => settings switch
    {
        { IsEphemeral: true } => SqliteStore.OpenEphemeral(time),
        { Database: { } address } => PostgresStore.Open(address, time),
        _ => SqliteStore.Open(settings.DataFolder, time),
    };

    // What is sealed in memory needs no key that outlives it.
    private static MasterKeySource MasterKeyOf(ServerSettings settings) => settings.IsEphemeral
        ? settings.MasterKey with { Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length)) }
        : settings.MasterKey;
}
