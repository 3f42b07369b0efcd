using System.Diagnostics;

namespace Claviger.Policy.Bench;

/// <summary>The same measurements in seconds, without the harness: medians of many batches.</summary>
internal static class ShortRun
{
    private const int Batches = 200;

    public static void Run(TextWriter output)
    {
        var requests = Fixtures.DeveloperRequests();
        var developer = Fixtures.Compile(Fixtures.DeveloperPolicies());
        var many = Fixtures.Compile(Fixtures.ManyPolicies());

        WarmUp(() => DecideAll(requests, developer));
        foreach (var request in requests)
        {
            var verdict = Evaluator.Decide(request, developer).Verdict;
            output.WriteLine($"{request.Action,-24} {verdict,-18} {Median(() => Evaluator.Decide(request, developer)),8:F0} ns");
        }

        var one = Median(() => DecideAll(requests, developer)) / requests.Length;
        var big = Median(() => DecideAll(requests, many)) / requests.Length;
        output.WriteLine($"developer, mean of the eight medians      {one,8:F0} ns, {Allocated(() => DecideAll(requests, developer))} B");
        output.WriteLine($"10,000 statements over 200 services       {big,8:F0} ns, {big / one:F2} times that");

        foreach (var count in (int[])[10, 100, 1_000])
        {
            var worst = Fixtures.Compile(Fixtures.WorstPolicies(count));
            var time = Median(() => Evaluator.Decide(requests[0], worst));
            output.WriteLine($"{count,5} statements failing on their last condition {time,10:F0} ns, {time / count:F1} ns each");
        }

        var documents = Fixtures.DeveloperPolicies();
        var kilobytes = documents.Sum(d => d.Length) / 1024.0;
        var compile = Median(() => Fixtures.Compile(documents)) / 1_000;
        output.WriteLine($"load and compile {kilobytes:F0} KB of policies          {compile,8:F0} us, {compile / kilobytes:F1} us/KB");
    }

    /// <summary>The compiler works beside the measurement: lets it finish with what all measurements share.</summary>
    public static void WarmUp(Action action)
    {
        for (var i = 0; i < 20; i++)
        {
            Median(action, TimeSpan.FromMilliseconds(50));
            Thread.Sleep(50);
        }
    }

    /// <summary>Nanoseconds a call: the median of batches of about a millisecond.</summary>
    public static double Median(Action action) => Median(action, TimeSpan.FromMilliseconds(300));

    private static double Median(Action action, TimeSpan warmUp)
    {
        var watch = Stopwatch.StartNew();
        var warm = 0;
        while (watch.Elapsed < warmUp)
        {
            action();
            warm++;
        }

        var size = Math.Max(1, (int)(warm / warmUp.TotalMilliseconds));
        var times = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < size; i++)
            {
                action();
            }

            times[batch] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / size;
        }

        Array.Sort(times);
        return times[Batches / 2];
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void DecideAll(AuthorizationRequest[] requests, in ApplicablePolicies policies)
    {
        foreach (ref readonly var request in requests.AsSpan())
        {
            Evaluator.Decide(request, policies);
        }
    }
}
