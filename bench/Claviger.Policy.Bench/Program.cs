using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Claviger.Policy.Bench;

/// <summary>Measures decisions: <c>--short</c> in seconds, <c>--peers</c> beside other engines, <c>--managed</c> on AWS's own policies, else BenchmarkDotNet with its own arguments.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["--short"]:
                ShortRun.Run(Console.Out);
                return 0;
            case ["--managed"]:
                ManagedRun.Run(Console.Out);
                return 0;
            case ["--peers", ..]:
                return PeerRun.Run(Console.Out);
            default:
                return Allocating(BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args));
        }
    }

    // A decision allocates nothing: answers how many benchmarks say otherwise.
    private static int Allocating(IEnumerable<Summary> summaries)
    {
        var allocating = summaries.SelectMany(summary => summary.Reports)
            .Where(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name != nameof(DecisionBenchmarks.Compile))
            .Where(report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is not 0)
            .Select(report => report.BenchmarkCase.DisplayInfo)
            .ToList();
        allocating.ForEach(name => Console.Error.WriteLine($"allocates: {name}"));
        return allocating.Count;
    }
}
