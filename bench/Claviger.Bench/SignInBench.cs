using System.Diagnostics;
using System.Globalization;
using System.Net;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Bench;

/// <summary>How long failed sign-ins take, by what was wrong: nobody should be able to tell.</summary>
internal static class SignInBench
{
    // Five failures of a name are free, a hundred of an account, thirty of an address: each attempt has a name and an address of its own.
    private const int Rounds = 30;

    public static async Task RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await (await ServerUnderTest.StartAsync(program, folder)).DisposeAsync();
            await FillAsync(folder);
            var port = ServerUnderTest.FreePort();
            await using var server = await ServerUnderTest.StartAsync(program, folder, port);
            var kinds = new (string Name, Func<int, (string Account, string User)> Of, List<double> Times)[]
            {
                ("wrong password", static round => (ServerUnderTest.AccountId, $"plain{round}"), []),
                ("wrong password, of a user with MFA", static round => (ServerUnderTest.AccountId, $"mfa{round}"), []),
                ("no such user", static round => (ServerUnderTest.AccountId, $"nobody{round}"), []),
                ("no such account", static round => ($"{200_000_000_000 + round}", "plain0"), []),
                ("no such alias", static round => ($"no-alias-{round}", "plain0"), []),
            };
            var address = 0;
            for (var round = -2; round < Rounds; round++)
            {
                foreach (var (_, of, times) in kinds)
                {
                    address++;
                    using var visitor = new ConsoleVisitor(new Uri($"http://localhost:{port}"), new IPAddress([127, 0, (byte)(2 + (address / 250)), (byte)(1 + (address % 250))]));
                    await visitor.PageAsync("/signin");
                    var (account, user) = of(round);
                    var clock = Stopwatch.StartNew();
                    await visitor.SignInAsync(account, user, "wrong-Password-1");
                    if (round >= 0)
                    {
                        times.Add(clock.Elapsed.TotalMilliseconds);
                    }
                }
            }

            Console.WriteLine();
            Console.WriteLine($"Failed sign-ins, {Rounds} of each in turn, in milliseconds");
            Console.WriteLine($"  {"",-40} {"p25",8} {"median",8} {"p75",8} {"ratio",7}");
            var first = Percentile(kinds[0].Times, 0.5);
            foreach (var (name, _, times) in kinds)
            {
                Console.WriteLine($"  {name,-40} {Percentile(times, 0.25),8:F1} {Percentile(times, 0.5),8:F1} {Percentile(times, 0.75),8:F1} {Percentile(times, 0.5) / first,7:F3}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));

    private static async Task FillAsync(string folder)
    {
        var account = AccountId.Parse(ServerUnderTest.AccountId);
        var hash = PasswordHash.Create("right-Password-1").ToString();
        await using var store = SqliteStore.Open(folder, TimeProvider.System);
        await store.WriteAsync(account, state =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                Insert(state, string.Create(CultureInfo.InvariantCulture, $"plain{round}"), hash);
                var guarded = Insert(state, string.Create(CultureInfo.InvariantCulture, $"mfa{round}"), hash);
                MfaDevices.Insert(state, new MfaDeviceRecord
                {
                    Account = account, SerialNumber = $"arn:aws:iam::{account}:mfa/{guarded.Name}", UserId = guarded.Id, Enabled = state.Now, SealedSeed = new byte[80], Created = state.Now,
                });
            }

            return true;
        });
    }

    private static UserRecord Insert(WriteTransaction state, string name, string hash)
    {
        var user = new UserRecord { Account = state.Account, Id = UniqueId.New("AIDA"), Name = name, Path = "/", Created = state.Now };
        Users.Insert(state, user);
        LoginProfiles.Insert(state, new LoginProfileRecord { Account = state.Account, UserId = user.Id, PasswordHash = hash, Created = state.Now, Changed = state.Now });
        return user;
    }
}
