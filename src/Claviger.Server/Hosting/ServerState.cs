using System.Security.Cryptography;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>What outlives a request: the store, and the keys that its secrets are sealed under.</summary>
internal sealed class ServerState : IAsyncDisposable
{
    private ServerState(IStore store, SealingKeys keys)
    {
        Store = store;
        Keys = keys;
    }

    public IStore Store { get; }

    public SealingKeys Keys { get; }

    /// <exception cref="CommandException">The state can't be opened; the message says why.</exception>
    public static async Task<ServerState> OpenAsync(ServerSettings settings)
    {
        try
        {
            var store = OpenStore(settings);
            try
            {
                return new ServerState(store, await SealingKeys.OpenAsync(store, MasterKeyOf(settings)));
            }
            catch
            {
                await store.DisposeAsync();
                throw;
            }
        }
        catch (Exception error) when (error is StoreException or MasterKeyException)
        {
            throw new CommandException(error.Message, error);
        }
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static SqliteStore OpenStore(ServerSettings settings) => settings switch
    {
        { IsEphemeral: true } => SqliteStore.OpenEphemeral(TimeProvider.System),
        _ => SqliteStore.Open(settings.DataFolder, TimeProvider.System),
    };

    // What is sealed in memory needs no key that outlives it.
    private static MasterKeySource MasterKeyOf(ServerSettings settings) => settings.IsEphemeral
        ? settings.MasterKey with { Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length)) }
        : settings.MasterKey;
}
