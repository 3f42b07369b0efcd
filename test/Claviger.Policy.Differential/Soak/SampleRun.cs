using System.Globalization;
using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>The command <c>sample COUNT [SEED]</c>: prints so many short generated cases for each answer, with what the reference expects.</summary>
internal static class SampleRun
{
    private const int Tried = 200_000;
    private const int Short = 1_000;

    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var random = new PCG(3, seed);
        var tally = new Dictionary<Answer, int>();
        for (var i = 0; i < Tried; i++)
        {
            var line = CaseGen.Case.Generate(random, null, out _);
            if (line.Length > Short)
            {
                continue;
            }

            var answer = Answer.OfReference(line);
            var place = tally[answer] = tally.GetValueOrDefault(answer) + 1;
            if (place <= count)
            {
                var node = CaseText.Parse(line);
                node["id"] = $"generated-{answer.Verdict}{answer.NamedKind}-{place}";
                node["expected"] = answer.Verdict.ToString();
                Console.WriteLine(CaseText.Write(node));
            }
        }

        return 0;
    }
}
