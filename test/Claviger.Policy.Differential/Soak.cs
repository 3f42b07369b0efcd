using System.Globalization;
using Claviger.Policy.Reference;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>Temporary statistics.</summary>
internal static class Soak
{
    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var pcg = new PCG(1, 42);
        var tally = new Dictionary<string, int>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var line = CaseGen.Case.Generate(pcg, null, out _);
            if (i < 3)
            {
                Console.WriteLine(line);
            }

            var d = ReferenceEvaluator.Decide(line);
            var k = $"{d.Verdict} {d.NamedKind}";
            tally[k] = tally.GetValueOrDefault(k) + 1;
        }

        Console.WriteLine(watch.Elapsed);
        foreach (var (k, n) in tally.OrderBy(x => x.Key))
        {
            Console.WriteLine($"{k,-30} {n}");
        }

        return 0;
    }
}
