using System.Diagnostics;

namespace Claviger.Bench;

/// <summary>Start to first answer against the framework's own hello-world, and memory when idle.</summary>
internal static class StartBench
{
    private const int Rounds = 10;

    public static async Task RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await (await ServerUnderTest.StartAsync(program, folder)).DisposeAsync();
            var hello = new List<double>();
            var ours = new List<double>();
            long memory = 0;
            for (var round = 0; round < Rounds; round++)
            {
                hello.Add(await FirstAnswerAsync(() => ChildServer.StartAsync(HelloWorld.Program, []), static _ => { }));
                ours.Add(await FirstAnswerAsync(() => ServerUnderTest.StartAsync(program, folder), server => memory = server.Memory));
            }

            Console.WriteLine();
            Console.WriteLine($"Start to first answer, median of {Rounds}");
            Table.Pair("the server, published, on a store that is there", Median(ours), Median(hello), "ms", "wanted: under 1.8");
            Console.WriteLine($"  {"memory of the server, idle",-44} {memory / 1e6,9:F1} MB     wanted: under 150 MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> FirstAnswerAsync(Func<Task<ChildServer>> start, Action<ChildServer> look)
    {
        var clock = Stopwatch.StartNew();
        await using var server = await start();
        using var http = new HttpClient();
        await http.GetAsync(new Uri(server.Endpoint, "/_claviger/livez"));
        var elapsed = clock.Elapsed.TotalMilliseconds;
        look(server);
        return elapsed;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
