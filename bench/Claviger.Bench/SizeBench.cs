using System.Diagnostics;
using System.Globalization;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Bench;

/// <summary>The same calls over a store of a thousand users and one of a million: nothing may get slower with size.</summary>
internal static class SizeBench
{
    private const int Few = 1_000;
    private const int AtATime = 2_000;

    public static async Task RunAsync(string program, TimeSpan duration, int many)
    {
        Table.Head($"{Few} users with a key each against {many} (filling takes a while)");
        var small = await MeasureAsync(program, duration, Few);
        var large = await MeasureAsync(program, duration, many);
        Table.Pair("GetCallerIdentity, requests a second", large.Identity, small.Identity, "/s", "wanted: over 0.87");
        Table.Pair("GetUser of users at random", large.User, small.User, "/s", "wanted: over 0.87");
        Table.Pair("start to first answer", large.Start.TotalMilliseconds, small.Start.TotalMilliseconds, "ms", "wanted: under 1.3");
        Table.Pair("memory after the loads", large.Memory / 1e6, small.Memory / 1e6, "MB", "wanted: within 200 MB");
    }

    private static async Task<(double Identity, double User, TimeSpan Start, long Memory)> MeasureAsync(string program, TimeSpan duration, int users)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await (await ServerUnderTest.StartAsync(program, folder)).DisposeAsync();
            await FillAsync(folder, users);
            var clock = Stopwatch.StartNew();
            await using var server = await ServerUnderTest.StartAsync(program, folder);
            await ServerUnderTest.CallAsync(server, "sts", "Action=GetCallerIdentity&Version=2011-06-15");
            var start = clock.Elapsed;
            var signed = new SignedRequests(server.Endpoint, ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret);
            var identity = signed.Make("sts", "Action=GetCallerIdentity&Version=2011-06-15");
            var identities = await ThroughputBench.MeasureAsync(server, duration, _ => identity);
            var some = Enumerable.Range(0, 2_000)
                .Select(_ => signed.Make("iam", $"Action=GetUser&Version=2010-05-08&UserName=user{Random.Shared.Next(users)}"))
                .ToArray();
            var gets = await ThroughputBench.MeasureAsync(server, duration, _ => some[Random.Shared.Next(some.Length)]);
            return (identities.Load.Rate, gets.Load.Rate, start, server.Memory);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string folder, int users)
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
