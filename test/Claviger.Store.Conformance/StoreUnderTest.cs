using Claviger.Policy;

namespace Claviger.Store.Conformance;

/// <summary>A place where a store can be opened, closed and opened again; what the suite asks of each kind of store.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    private readonly List<IStore> opened = [];

    /// <summary>The account that most tests write to.</summary>
    public static AccountId Account { get; } = AccountId.Parse("111122223333");

    /// <summary>Another.</summary>
    public static AccountId Other { get; } = AccountId.Parse("444455556666");

    /// <summary>The clock of the stores; stands still unless it is moved.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>Opens a store over the same records as the one before.</summary>
    public IStore Open()
    {
        var store = OpenNew();
        opened.Add(store);
        return store;
    }

    /// <summary>Opens a store, with the two accounts in it.</summary>
    public async Task<IStore> OpenWithAccountsAsync()
    {
        var store = Open();
        await store.CreateAccountAsync(Account);
        await store.CreateAccountAsync(Other);
        return store;
    }

    /// <summary>Makes every transaction that changes records fail at its very commit from now on, in the database itself.</summary>
    public abstract void BreakCommits();

    /// <summary>Runs a statement behind the store's back.</summary>
    public abstract void Execute(string sql);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a store.</summary>
    protected abstract IStore OpenNew();

    /// <summary>Removes what the stores have left.</summary>
    protected abstract ValueTask CleanUpAsync();
}
