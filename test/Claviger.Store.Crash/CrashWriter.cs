using Claviger.Policy;

namespace Claviger.Store.Crash;

/// <summary>A process that writes as fast as it can, and prints the id of each write once it is acknowledged.</summary>
internal sealed class CrashWriter(string folder)
{
    private const int Writers = 16;

    /// <summary>The account that is written to.</summary>
    public static AccountId Account { get; } = AccountId.Parse("111122223333");

    /// <summary>Writes until the store refuses.</summary>
    public async Task<int> RunAsync()
    {
        await using var store = SqliteStore.Open(folder, TimeProvider.System);
        await CreateAccountAsync(store);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(store))));
        return store.IsReadOnly ? 0 : 1;
    }

    private static async Task CreateAccountAsync(SqliteStore store) => await store.WriteAsync(Account, static tx =>
    {
        if (Accounts.Find(tx, Account) is null)
        {
            Accounts.Insert(tx, new AccountRecord
            {
                Id = Account,
                Name = "crash",
                RootEmail = "root@example.com",
                CanonicalUserId = UniqueId.NewCanonicalUser(),
                Created = tx.Now,
            });
        }

        return true;
    });

    private static async Task WriteAsync(SqliteStore store)
    {
        while (true)
        {
            var user = UniqueId.New("AIDA");
            try
            {
                await store.WriteAsync(Account, tx =>
                {
                    Make(tx, user);
                    return true;
                });
            }
            catch (StoreReadOnlyException)
            {
                return;
            }

            lock (store)
            {
                Console.Out.WriteLine(user);
                Console.Out.Flush();
            }
        }
    }

    // A user, a group of the same name and the membership, under one revision and with an event: all or nothing.
    private static void Make(WriteTransaction tx, string user)
    {
        Users.Insert(tx, new UserRecord { Account = Account, Id = user, Name = user, Path = "/", Created = tx.Now });
        var group = new GroupRecord { Account = Account, Id = UniqueId.New("AGPA"), Name = user, Path = "/", Created = tx.Now };
        Groups.Insert(tx, group);
        Memberships.Insert(tx, group.Id, user);
        tx.Audit(System.Text.Encoding.UTF8.GetBytes(user));
    }
}
