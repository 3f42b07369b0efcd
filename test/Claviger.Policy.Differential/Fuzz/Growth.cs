using System.Diagnostics;
using System.Globalization;

namespace Claviger.Policy.Differential;

/// <summary>How the engine's time grows with its input: each family in doubling sizes, with the quotient of each time and the one before.</summary>
internal static class Growth
{
    private const int Doublings = 7;

    // Three doublings may take eight times as long; quadratic would be 64. Between lie measuring errors, caches and sorting.
    private const double Linear = 27;

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(60);

    private static readonly (string Name, int Start, Func<int, string> Text)[] s_families =
    [
        ("statements", 64, n => Policy(string.Join(',', Enumerable.Repeat(Statement("\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::b/*\""), n)))),
        ("actions", 256, n => Policy(Statement($"\"Action\":[{Many(n, i => $"\"s3:Get{i}*\"")}],\"Resource\":\"*\""))),
        ("resources", 256, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":[{Many(n, i => $"\"arn:aws:s3:::b{i}/*\"")}]"))),
        ("condition values", 256, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{{\"StringLike\":{{\"aws:username\":[{Many(n, i => $"\"a{i}*\"")}]}}}}"))),
        ("condition keys", 256, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{{\"StringLike\":{{{Many(n, i => $"\"k{i}\":\"a\"")}}}}}"))),
        ("members of one name", 256, n => Policy(Statement($"{Many(n, _ => "\"Sid\":\"a\"")},\"Action\":\"*\",\"Resource\":\"*\""))),
        ("principals", 256, n => Policy(Statement($"\"Principal\":{{\"AWS\":[{Many(n, i => $"\"{i:D12}\"")}]}},\"Action\":\"*\",\"Resource\":\"*\""))),
        ("Sids", 256, n => Policy(Many(n, i => Statement($"\"Sid\":\"s{i}\",\"Action\":\"*\",\"Resource\":\"*\"")))),
        ("one long action", 4096, n => Policy(Statement($"\"Action\":\"s3:{new string('a', n)}\",\"Resource\":\"*\""))),
        ("stars in an action", 4096, n => Policy(Statement($"\"Action\":\"s3:{Repeated("*a", n / 2)}\",\"Resource\":\"*\""))),
        ("stars in a resource", 4096, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::{Repeated("*b", n / 2)}\""))),
        ("variables", 1024, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::{Repeated("${aws:username}", n / 8)}\""))),
        ("unclosed variables", 4096, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::{Repeated("${", n / 2)}\""))),
        ("colons", 4096, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"{new string(':', n)}\""))),
        ("digits", 4096, n => Policy(Statement($"\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{{\"NumericEquals\":{{\"k:number\":\"{new string('1', n)}\"}}}}"))),
        ("nesting", 4096, n => new string('[', n)),
        ("nested statements", 4096, n => "{\"Statement\":" + new string('[', n) + new string(']', n) + "}"),
        ("white space", 16384, n => Policy(Statement("\"Action\":\"*\",\"Resource\":\"*\"")) + new string(' ', n)),
        ("escapes", 4096, n => Policy(Statement($"\"Sid\":\"{Repeated("\\n", n / 2)}\",\"Action\":\"*\",\"Resource\":\"*\""))),
    ];

    // Answers the number of families that grow faster than their input.
    public static int Print()
    {
        Console.WriteLine($"{"family",-22} {"first size",10} {"last size",10} {"last, us",12}   quotients");
        return s_families.Count(family => !IsLinear(family.Name, family.Start, family.Text)) + CountUnbounded();
    }

    private static bool IsLinear(string name, int start, Func<int, string> text)
    {
        List<string> texts = [.. Enumerable.Range(0, Doublings).Select(i => text(start << i))];
        return Report(name, [.. texts.Select(t => t.Length)], [.. texts.Select(t => Best(() => Robustness.Handle(t)))], Linear);
    }

    // The pattern stays, the text grows, and the last part is nowhere to be found: the worst there is. Then the other way round.
    private static int CountUnbounded()
    {
        string[] parts = [Repeated("*a", 20), Repeated("*a?", 20), Repeated("*a?a", 20), "*" + Repeated("a?", 500) + "a"];
        var texts = Sizes(1024).Select(n => new string('a', n)).ToList();
        var unbounded = parts.Count(part => !Report(
            $"text: {part[..Math.Min(6, part.Length)]}, {part.Length}", [.. texts.Select(t => t.Length)], [.. texts.Select(t => Matching(part + "*ab*", t))], Linear));
        string[] units = ["*a", "*a?", "a?", "a"];
        foreach (var unit in units)
        {
            var patterns = Sizes(64).Select(n => "*" + Repeated(unit, n / unit.Length) + "ab*").ToList();
            unbounded += Report($"pattern: {unit}", [.. patterns.Select(p => p.Length)], [.. patterns.Select(p => Matching(p, texts[^2]))], Linear) ? 0 : 1;
        }

        return unbounded;
    }

    private static IEnumerable<int> Sizes(int start) => Enumerable.Range(0, Doublings).Select(i => start << i);

    private static double Matching(string pattern, string text)
    {
        var document = PolicyDocument.Load(Policy(Statement($"\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::{pattern}\"")));
        var policies = new ApplicablePolicies { Identity = PolicySet.Compile(PolicyKind.Identity, [new PolicySource("p", null, document)]) };
        var account = AccountId.Parse(RequestGen.Here);
        var request = new AuthorizationRequest(
            Principal.User($"arn:aws:iam::{account}:user/ann", account), "s3:GetObject", "arn:aws:s3:::" + text, account, new RequestContext());
        return Best(() => Evaluator.Decide(request, policies));
    }

    private static bool Report(string name, int[] sizes, double[] times, double bound)
    {
        var quotients = Enumerable.Range(1, Doublings - 1).Select(i => times[i] / times[i - 1]).ToList();

        // The last three together: small sizes are all constant cost.
        var judged = times[^1] / times[^4];
        Console.WriteLine($"{name,-22} {sizes[0],10} {sizes[^1],10} {times[^1],12:F0}   "
            + string.Join(' ', quotients.Select(q => q.ToString("F1", CultureInfo.InvariantCulture))) + (judged > bound ? "   MORE THAN LINEAR" : ""));
        return judged <= bound;
    }

    // The best of many runs, in processor time, so that what else the machine does counts for little.
    private static double Best(Action work)
    {
        work();
        GC.Collect();
        var best = double.MaxValue;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 5 || watch.Elapsed < s_least; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds);
        }

        return best;
    }

    private static string Policy(string statements) => $"{{\"Version\":\"2012-10-17\",\"Statement\":[{statements}]}}";

    private static string Statement(string rest) => $"{{\"Effect\":\"Allow\",{rest}}}";

    private static string Many(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
