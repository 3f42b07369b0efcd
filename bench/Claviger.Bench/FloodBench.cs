using System.Net;

namespace Claviger.Bench;

/// <summary>What floods of sign-ins and of denials leave of other callers' answers.</summary>
internal static class FloodBench
{
    private const int Visitors = 64;
    private const int Callers = 8;
    private const int Flooders = 8;

    // Not as fast as it goes, but as callers do: a flood takes processors, and so would the load by itself.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string program, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            var port = ServerUnderTest.FreePort();
            await using var server = await ServerUnderTest.StartAsync(program, folder, port);
            var console = new Uri($"http://localhost:{port}");
            var call = new SignedRequests(server.Endpoint, ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret).Make("iam", "Action=ListUsers&Version=2010-05-08");
            var poor = await PoorAsync(server);
            await LoadGenerator.RunAsync(server.Endpoint, Callers, WarmUp, _ => call);

            Table.Head($"ListUsers by {Callers} callers, every {Pause.TotalMilliseconds:F0} ms each, {duration.TotalSeconds:F0} s a row");
            var quiet = await RowAsync(server, "alone", call, duration, static _ => Task.FromResult(0), null);
            await RowAsync(server, "flood of sign-ins, one address", call, duration, end => FloodAsync(console, isSpread: false, end), quiet, "wanted: p99 within 3 times");
            await RowAsync(server, "flood of sign-ins, 64 addresses", call, duration, end => FloodAsync(console, isSpread: true, end), quiet, "wanted: p99 within 3 times");
            var allowed = new SignedRequests(server.Endpoint, poor.Id, poor.Secret).Make("sts", "Action=GetCallerIdentity&Version=2011-06-15");
            var denied = new SignedRequests(server.Endpoint, poor.Id, poor.Secret).Make("iam", "Action=ListUsers&Version=2010-05-08");
            var busy = await RowAsync(server, "another caller's calls, as fast as it goes", call, duration, end => CallAsync(server, allowed, duration), quiet);
            await RowAsync(server, "another caller's denials, as fast as it goes", call, duration, end => CallAsync(server, denied, duration), busy, "wanted: p99 near the row above");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Load> RowAsync(
        ChildServer server, string name, ReadOnlyMemory<byte> call, TimeSpan duration, Func<CancellationToken, Task<int>> flood, Load? against, string wanted = "")
    {
        using var end = new CancellationTokenSource();
        var before = server.Cpu;
        var flooding = flood(end.Token);
        var load = await LoadGenerator.RunAsync(server.Endpoint, Callers, duration, _ => call, Pause);
        await end.CancelAsync();
        var flooded = await flooding;
        Table.Row(name, load, server.Cpu - before, (against ?? load).Rate, wanted);
        Console.WriteLine($"    p99 {load.Percentile(0.99) / (against ?? load).Percentile(0.99):F2} times; {flooded / duration.TotalSeconds:F0} a second in the flood");
        return load;
    }

    // Unknown users, and wrong passwords of the root user's account: each is hashed where it is looked at.
    private static async Task<int> FloodAsync(Uri console, bool isSpread, CancellationToken end)
    {
        var count = 0;
        await Task.WhenAll(Enumerable.Range(1, Visitors).Select(number => Task.Run(
            async () =>
            {
                using var visitor = new ConsoleVisitor(console, isSpread ? new IPAddress([127, 0, 1, (byte)number]) : IPAddress.Loopback);
                while (!end.IsCancellationRequested)
                {
                    await visitor.SignInAsync($"{100_000_000_000 + Random.Shared.Next()}", $"user{Random.Shared.Next()}", "wrong");
                    Interlocked.Increment(ref count);
                }
            },
            CancellationToken.None)));
        return count;
    }

    private static async Task<int> CallAsync(ChildServer server, ReadOnlyMemory<byte> call, TimeSpan duration) =>
        (await LoadGenerator.RunAsync(server.Endpoint, Flooders, duration, _ => call)).Requests;

    // A user who may do nothing.
    private static async Task<(string Id, string Secret)> PoorAsync(ChildServer server)
    {
        await ServerUnderTest.CallAsync(server, "iam", "Action=CreateUser&Version=2010-05-08&UserName=poor");
        var key = await ServerUnderTest.CallAsync(server, "iam", "Action=CreateAccessKey&Version=2010-05-08&UserName=poor");
        string Text(string name) => key.Split($"<{name}>")[1].Split('<')[0];
        return (Text("AccessKeyId"), Text("SecretAccessKey"));
    }
}
