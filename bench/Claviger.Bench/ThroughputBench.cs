using System.Globalization;

namespace Claviger.Bench;

/// <summary>Requests a second against the bare framework, and durable writes against the database's own rate.</summary>
internal static class ThroughputBench
{
    private const int Connections = 64;

    // The runtime compiles what is hot again in the background: that is not what is measured.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    private const string Form200 =
        "Action=GetUser&Version=2010-05-08&UserName=bench&Padding=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    public static async Task RunAsync(string program, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await using var bare = await ChildServer.StartAsync(Environment.ProcessPath!, ["bare"]);
            await using var server = await ServerUnderTest.StartAsync(program, folder);
            await ServerUnderTest.RaiseUserQuotaAsync(server);
            await ServerUnderTest.CallAsync(server, "iam", "Action=CreateUser&Version=2010-05-08&UserName=bench");
            var signed = new SignedRequests(server.Endpoint, ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret);

            Table.Head($"{Connections} keep-alive connections, {duration.TotalSeconds:F0} s a row");
            var form = new SignedRequests(bare.Endpoint, ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret).Make("iam", Form200);
            var baseline = await MeasureAsync(bare, duration, _ => form);
            Table.Row("bare endpoint: 200-byte form, 500 bytes of XML", baseline.Load, baseline.Cpu, baseline.Load.Rate);

            var identity = signed.Make("sts", "Action=GetCallerIdentity&Version=2011-06-15");
            Row("GetCallerIdentity", await MeasureAsync(server, duration, _ => identity), baseline.Load.Rate, "wanted: 0.60, aim: 0.75");
            var user = signed.Make("iam", "Action=GetUser&Version=2010-05-08&UserName=bench");
            Row("GetUser", await MeasureAsync(server, duration, _ => user), baseline.Load.Rate, "wanted: 0.45");

            var single = SingleCommits.Measure(folder, duration);
            Console.WriteLine($"  {"one row a commit, synced, SQLite alone",-44} {single,9:F0}");
            var count = 0;
            Row(
                "CreateUser, durable",
                await MeasureAsync(server, duration, _ => signed.Make(
                    "iam", string.Create(CultureInfo.InvariantCulture, $"Action=CreateUser&Version=2010-05-08&UserName=user{Interlocked.Increment(ref count)}"))),
                single,
                "wanted: 1.5; p99 within 10 times p50");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A load after a short one that warms up.</summary>
    public static async Task<(Load Load, TimeSpan Cpu)> MeasureAsync(ChildServer server, TimeSpan duration, Func<int, ReadOnlyMemory<byte>> next)
    {
        await LoadGenerator.RunAsync(server.Endpoint, Connections, WarmUp, next);
        var before = server.Cpu;
        var load = await LoadGenerator.RunAsync(server.Endpoint, Connections, duration, next);
        return (load, server.Cpu - before);
    }

    private static void Row(string name, (Load Load, TimeSpan Cpu) measured, double against, string wanted) =>
        Table.Row(name, measured.Load, measured.Cpu, against, wanted);
}
