using Claviger.Policy;

namespace Claviger.Store.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_user_written_is_read_back()
    {
        var account = AccountId.Parse("123456789012");
        await using var store = SqliteStore.OpenEphemeral(TimeProvider.System);
        await store.WriteAsync(account, tx =>
        {
            Accounts.Insert(tx, new AccountRecord { Id = account, Name = "a", RootEmail = "root@example.com", CanonicalUserId = UniqueId.NewCanonicalUser(), Created = tx.Now });
            return 0;
        }, TestContext.Current.CancellationToken);
        var user = await store.WriteAsync(account, tx =>
        {
            var record = new UserRecord { Account = account, Id = UniqueId.New("AIDA"), Name = "Bob", Path = "/", Created = tx.Now };
            Users.Insert(tx, record);
            tx.Audit("{}"u8.ToArray());
            return record;
        }, TestContext.Current.CancellationToken);
        Assert.Equal(user, await store.ReadAsync(tx => Users.Find(tx, account, "BOB")));
        Assert.Equal(2, store.StoreRevision(account));
    }
}
