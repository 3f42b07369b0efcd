using System.Diagnostics;
using System.Text;
using Claviger.Catalogue;

namespace Claviger.Policy.Bench;

/// <summary>What it costs to load AWS's own policies, all that the catalogue has, and to decide with five of them.</summary>
internal static class ManagedRun
{
    private const int Rounds = 21;

    private static readonly string[] OfADeveloper =
        ["AmazonEC2FullAccess", "AmazonS3ReadOnlyAccess", "AWSLambda_FullAccess", "AmazonSQSFullAccess", "CloudWatchReadOnlyAccess"];

    public static void Run(TextWriter output)
    {
        var texts = ManagedPolicies.All.Select(p => p.ReadDocument()).ToArray();
        var kilobytes = texts.Sum(Encoding.UTF8.GetByteCount) / 1024.0;
        ShortRun.WarmUp(() => Compile(texts[0]));
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            Array.ForEach(texts, text => Compile(text));
            times[round] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(times);
        var time = times[Rounds / 2];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var kept = Array.ConvertAll(texts, Compile);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);

        output.WriteLine($"{texts.Length} AWS managed policies, {kilobytes:F0} KB of JSON, each loaded and compiled:");
        output.WriteLine($"  all           {time / 1_000,10:F1} ms, {time / kilobytes:F1} us/KB");
        output.WriteLine($"  a policy      {time / texts.Length,10:F1} us, {bytes / texts.Length:N0} bytes kept, {bytes / 1024.0 / kilobytes:F1} times its text");
        foreach (var text in (string[])[texts.MinBy(t => t.Length)!, texts.OrderBy(t => t.Length).ElementAt(texts.Length / 2), texts.MaxBy(t => t.Length)!])
        {
            output.WriteLine($"  one of {text.Length,6} {ShortRun.Median(() => Compile(text)) / 1_000,10:F1} us");
        }

        var documents = OfADeveloper.Select(Read).Concat(Fixtures.OwnPolicies()).ToList();
        var developer = Fixtures.Compile(documents);
        output.WriteLine($"{string.Join(", ", OfADeveloper)} and ten policies of one's own:");
        ShortRun.WarmUp(() => Array.ForEach(Fixtures.DeveloperRequests(), request => Evaluator.Decide(request, developer)));
        foreach (var request in Fixtures.DeveloperRequests())
        {
            var verdict = Evaluator.Decide(request, developer).Verdict;
            output.WriteLine($"  {request.Action,-24} {verdict,-18} {ShortRun.Median(() => Evaluator.Decide(request, developer)),8:F0} ns");
        }
    }

    private static PolicySet Compile(string text) =>
        PolicySet.Compile(PolicyKind.Identity, [new PolicySource("managed", null, PolicyDocument.Load(text))]);

    private static string Read(string name) =>
        ManagedPolicies.TryFindByName(name, out var policy) ? policy.ReadDocument() : throw new InvalidOperationException($"The catalogue has no {name}.");
}
