using Claviger.Policy;

namespace Claviger.Store.Conformance;

/// <summary>Records for tests, and short ways to write them.</summary>
public static class Samples
{
    private static readonly DateTimeOffset Created = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An account record.</summary>
    public static AccountRecord AccountOf(AccountId account) => new()
    {
        Id = account,
        Name = "account",
        RootEmail = $"root@{account}.example",
        CanonicalUserId = UniqueId.NewCanonicalUser(),
        Created = Created,
    };

    /// <summary>A user record.</summary>
    public static UserRecord User(string name, string path = "/", AccountId? account = null) => new()
    {
        Account = account ?? StoreUnderTest.Account,
        Id = UniqueId.New("AIDA"),
        Name = name,
        Path = path,
        Created = Created,
    };

    /// <summary>A group record.</summary>
    public static GroupRecord Group(string name) => new()
    {
        Account = StoreUnderTest.Account,
        Id = UniqueId.New("AGPA"),
        Name = name,
        Path = "/",
        Created = Created,
    };

    /// <summary>A role record.</summary>
    public static RoleRecord Role(string name) => new()
    {
        Account = StoreUnderTest.Account,
        Id = UniqueId.New("AROA"),
        Name = name,
        Path = "/service-role/",
        TrustPolicy = """{"Version":"2012-10-17","Statement":[]}""",
        Created = Created,
    };

    /// <summary>A customer managed policy's record.</summary>
    public static PolicyRecord Policy(string name) => new()
    {
        Account = StoreUnderTest.Account,
        Id = UniqueId.New("ANPA"),
        Name = name,
        Path = "/",
        Arn = $"arn:aws:iam::{StoreUnderTest.Account}:policy/{name}",
        Created = Created,
        Updated = Created,
    };

    /// <summary>An access key's record.</summary>
    public static AccessKeyRecord AccessKey(UserRecord user) => new()
    {
        Id = UniqueId.NewAccessKey("AKIA", user.Account),
        Account = user.Account,
        UserId = user.Id,
        SealedSecret = [0, 1, 2, 255],
        Created = Created,
    };

    /// <summary>Makes an account.</summary>
    public static Task CreateAccountAsync(this IStore store, AccountId account) => store.WriteAsync(account, tx => Accounts.Insert(tx, AccountOf(account)));

    /// <summary>Makes a user.</summary>
    public static async Task<UserRecord> CreateUserAsync(this IStore store, string name, string path = "/", AccountId? account = null)
    {
        var user = User(name, path, account);
        await store.WriteAsync(user.Account, tx => Users.Insert(tx, user));
        return user;
    }

    /// <summary>Runs a write that has no result.</summary>
    public static Task WriteAsync(this IStore store, AccountId account, Action<WriteTransaction> commit, CancellationToken cancellation = default) =>
        store.WriteAsync(account, tx =>
        {
            commit(tx);
            return true;
        }, cancellation);

    public static ConsoleSessionRecord ConsoleSession(UserRecord user, DateTimeOffset now) => new()
    {
        Id = new string('a', 64),
        Account = user.Account,
        UserId = user.Id,
        PasswordStamp = "stamp",
        OwesMfa = true,
        Address = "192.0.2.1",
        UserAgent = "a browser",
        Created = now,
        Expires = now.AddHours(12),
    };
}
