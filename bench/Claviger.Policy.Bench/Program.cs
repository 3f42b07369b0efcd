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
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }
}
