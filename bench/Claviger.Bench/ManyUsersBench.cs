using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Claviger.Bench;

/// <summary>How long the console's pages take in an account of many users.</summary>
internal static partial class ManyUsersBench
{
    private const int MostRounds = 50;
    private const int FewestRounds = 5;
    private const int PageLength = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(string program, int users)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-bench-").FullName;
        try
        {
            await (await ServerUnderTest.StartAsync(program, folder)).DisposeAsync();
            await UserFill.RunAsync(folder, users);
            var port = ServerUnderTest.FreePort();
            await using var server = await ServerUnderTest.StartAsync(program, folder, port);
            await ServerUnderTest.CallAsync(server, "iam", "Action=CreateGroup&Version=2010-05-08&GroupName=g");
            using var root = new ConsoleVisitor(new Uri($"http://localhost:{port}"), IPAddress.Loopback);
            await root.SignInAsRootAsync();
            Console.WriteLine();
            Console.WriteLine($"Pages with {users:N0} users, up to {MostRounds} times each, in milliseconds; wanted: under 300");
            Console.WriteLine($"  {"",-46} {"p50",8} {"p99",8} {"server CPU",11} {"KiB",6}");
            var marker = await MarkerAsync(server, 500 * PageLength);
            await MeasureAsync(server, root, "users", "/iam/users");
            await MeasureAsync(server, root, "users, page 500", $"/iam/users?marker={Uri.EscapeDataString(marker)}");
            await MeasureAsync(server, root, "users, search for the last one", $"/iam/users?q=user{users - 1}");
            await MeasureAsync(server, root, "users, search for nobody", "/iam/users?q=nobody-at-all");
            await MeasureAsync(server, root, "search over everything", $"/search?q=user{users - 1}");
            await MeasureAsync(server, root, "search over everything, for nothing", "/search?q=nobody-at-all");
            await MeasureAsync(server, root, "a group's users to add", "/iam/group?name=g");
            await MeasureAsync(server, root, "a group's users to add, search", $"/iam/group?name=g&q=user{users - 1}");
            await MeasureAsync(server, root, "dashboard", "/iam");
            await MeasureAsync(server, root, "a user", "/iam/user?name=user77");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ChildServer server, ConsoleVisitor root, string name, string address)
    {
        var times = new List<double>();
        var length = 0;
        var warmUp = Stopwatch.StartNew();
        while (warmUp.Elapsed < Patience)
        {
            length = (await root.PageAsync(address)).Length;
        }

        var before = server.Cpu;
        var all = Stopwatch.StartNew();
        while (times.Count < FewestRounds || (times.Count < MostRounds && all.Elapsed < Patience))
        {
            var clock = Stopwatch.StartNew();
            await root.PageAsync(address);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var cpu = (server.Cpu - before).TotalMilliseconds / times.Count;
        times.Sort();
        Console.WriteLine($"  {name,-46} {times[times.Count / 2],8:F1} {times[(int)((times.Count - 1) * 0.99)],8:F1} {cpu,11:F1} {length / 1024,6}");
    }

    // Where a list goes on after so many users.
    private static async Task<string> MarkerAsync(ChildServer server, int count)
    {
        var marker = "";
        for (var passed = 0; passed < count; passed += 1_000)
        {
            var at = marker.Length == 0 ? "" : $"&Marker={Uri.EscapeDataString(marker)}";
            var answer = await ServerUnderTest.CallAsync(server, "iam", $"Action=ListUsers&Version=2010-05-08&MaxItems=1000{at}");
            marker = WebUtility.HtmlDecode(MarkerText().Match(answer).Groups[1].Value);
        }

        return marker;
    }

    [GeneratedRegex("<Marker>([^<]+)</Marker>")]
    private static partial Regex MarkerText();
}
