using System.Diagnostics;

namespace Claviger.Bench;

/// <summary>The same calls over a store of a thousand users and one of a million: nothing may get slower with size.</summary>
internal static class SizeBench
{
    private const int Few = 1_000;

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
            await UserFill.RunAsync(folder, users);
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
}
