using System.Globalization;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Bench;

/// <summary>Puts users into a store, with a key each: <c>user0</c>, <c>user1</c> and so on.</summary>
internal static class UserFill
{
    private const int AtATime = 2_000;

    /// <param name="folder">The data folder of a server that does not run.</param>
    /// <param name="users">How many.</param>
    public static async Task RunAsync(string folder, int users)
    {
        var account = AccountId.Parse(ServerUnderTest.AccountId);
        await using var store = SqliteStore.Open(folder, TimeProvider.System);
        for (var i = 0; i < users; i += AtATime)
        {
            var first = i;
            await store.WriteAsync(account, state =>
            {
                for (var number = first; number < Math.Min(first + AtATime, users); number++)
                {
                    Insert(state, string.Create(CultureInfo.InvariantCulture, $"user{number}"));
                }

                return true;
            });
        }
    }

    private static void Insert(WriteTransaction state, string name)
    {
        var user = new UserRecord { Account = state.Account, Id = UniqueId.New("AIDA"), Name = name, Path = "/", Created = state.Now };
        Users.Insert(state, user);
        AccessKeys.Insert(state, new AccessKeyRecord
        {
            Id = NewKeyId(state),
            Account = state.Account,
            UserId = user.Id,
            SealedSecret = new byte[80],
            Created = state.Now,
        });
    }

    // Beside the account's number there are 39 random bits in an id, as on AWS: of a million two may well be the same.
    private static string NewKeyId(WriteTransaction state)
    {
        string id;
        do
        {
            id = UniqueId.NewAccessKey("AKIA", state.Account);
        }
        while (AccessKeys.Find(state, id) is not null);

        return id;
    }
}
