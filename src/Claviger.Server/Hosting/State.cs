using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>The opened state: the store, its sealing keys, and the account that the first start makes.</summary>
internal sealed class State : IAsyncDisposable
{
    private State(IStore store, SealingKeys keys)
    {
        Store = store;
        Keys = keys;
    }

    public IStore Store { get; }

    public SealingKeys Keys { get; }

    /// <summary>Opens the state that the settings name; makes it where there is none.</summary>
    /// <exception cref="CommandException">It can't be opened.</exception>
    public static async Task<State> OpenAsync(ServerSettings settings)
    {
        try
        {
            IStore store = settings.IsEphemeral
                ? SqliteStore.OpenEphemeral(TimeProvider.System)
                : SqliteStore.Open(settings.Folder, TimeProvider.System);
            var source = MasterKeySource.FromEnvironment(settings.Folder, Environment.GetEnvironmentVariable);
            return new State(store, await SealingKeys.OpenAsync(store, source));
        }
        catch (Exception error) when (error is StoreException or MasterKeyException)
        {
            throw new CommandException(error.Message, error);
        }
    }

    /// <summary>Makes the first account, or finds it.</summary>
    /// <returns>The account, and whether it was made now.</returns>
    public async Task<(AccountRecord Account, bool IsNew)> FirstAccountAsync(ServerSettings settings)
    {
        var wanted = settings.FirstAccount;
        using var credentials = RootCredentials.Reserve(settings.Folder);
        var made = await new AccountMaker(Store, new SecretBox(Keys)).MakeFirstAsync(
            new NewAccount
            {
                Id = wanted.AccountId is null ? null : AccountId.Parse(wanted.AccountId),
                RootEmail = wanted.RootEmail,
                RootPassword = wanted.RootPassword,
                RootAccessKeyId = wanted.RootAccessKeyId,
                RootSecretAccessKey = wanted.RootSecretAccessKey,
            },
            account => credentials.Keep(
                RootCredentials.FirstFile,
                new RootKey(RootCredentials.FirstProfile, account.RootAccessKeyId, account.RootSecretAccessKey),
                wanted.RootPassword is null ? account.RootPassword : ""));
        return ((await Store.ReadAsync(AccountMaker.First))!, made is not null);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
