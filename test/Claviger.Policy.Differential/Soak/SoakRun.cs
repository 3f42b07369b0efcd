using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>The command <c>soak COUNT [SEED [FILE]]</c>: engine against reference on so many generated cases.</summary>
internal static class SoakRun
{
    private const int Shown = 20;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var file = args.Length > 2 ? args[2] : "soak-differences.jsonl";
        var random = new PCG(1, seed);
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var differing = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 1; i <= count; i++)
        {
            var line = CaseGen.Case.Generate(random, null, out _);
            var reference = Answer.OfReference(line);
            tally[reference.ToString()] = tally.GetValueOrDefault(reference.ToString()) + 1;
            if (Difference.Of(line, reference) is { } difference && ++differing <= Shown)
            {
                var found = difference.Shrunk().ToLine($"soak-{seed}-{i}");
                Console.WriteLine(found);
                File.AppendAllText(file, found + "\n");
            }

            if (i % 500_000 == 0)
            {
                Console.Error.WriteLine($"{i} cases, {differing} differ, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        foreach (var (answer, times) in tally)
        {
            Console.WriteLine($"{answer,-36} {times,10}");
        }

        Console.WriteLine($"{count} cases from seed {seed} in {watch.Elapsed.TotalSeconds:F1} s; {differing} differ");
        return differing == 0 ? 0 : 1;
    }
}
