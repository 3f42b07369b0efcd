using System.Globalization;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>
/// The command <c>fuzz SECONDS [SEED]</c>: in so much processor time no text makes the engine throw, hang or allow; then how its time grows.
/// </summary>
internal static class FuzzRun
{
    private const int Shown = 20;

    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(1);

    public static int Run(string[] args)
    {
        var time = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60);
        var seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var random = new PCG(2, seed);
        var texts = Gen.Frequency((1, Mutation.Characters), (2, Mutation.Tokens), (12, Mutation.Mutated));
        var faults = new Dictionary<string, int>(StringComparer.Ordinal);
        var began = Used();
        var tried = 0;
        for (; Used() - began < time; tried++)
        {
            var text = texts.Generate(random, null, out _);
            var before = Used();
            var fault = Robustness.Fault(text);
            if (fault is null && Used() - before > s_long)
            {
                fault = "took more than a second";
            }

            if (fault is null)
            {
                continue;
            }

            faults[fault] = faults.GetValueOrDefault(fault) + 1;
            if (faults[fault] == 1 && faults.Count <= Shown)
            {
                Console.WriteLine($"{fault}\n    {text}");
            }
        }

        Console.WriteLine($"{tried} texts from seed {seed} in {(Used() - began).TotalSeconds:F0} s of processor time; {faults.Values.Sum()} faults, {faults.Count} different\n");
        return faults.Count + Growth.Print() == 0 ? 0 : 1;
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;
}
