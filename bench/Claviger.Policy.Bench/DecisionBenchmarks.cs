using BenchmarkDotNet.Attributes;

namespace Claviger.Policy.Bench;

/// <summary>Decisions of a realistic principal, one with ten thousand statements, and the worst case.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly ApplicablePolicies _developer = Fixtures.Compile(Fixtures.DeveloperPolicies());
    private readonly ApplicablePolicies _many = Fixtures.Compile(Fixtures.ManyPolicies());
    private readonly ApplicablePolicies _worst = Fixtures.Compile(Fixtures.WorstPolicies(100));
    private readonly AuthorizationRequest[] _requests = Fixtures.DeveloperRequests();
    private readonly IReadOnlyList<string> _documents = Fixtures.DeveloperPolicies();

    /// <summary>Eight requests of a developer, per request.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public int Developer() => DecideAll(_developer);

    /// <summary>The same requests among 10,000 statements.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public int TenThousandStatements() => DecideAll(_many);

    /// <summary>A hundred statements that each fail on their last condition.</summary>
    [Benchmark]
    public Verdict HundredThatFailLast() => Evaluator.Decide(_requests[0], _worst).Verdict;

    /// <summary>Parsing and compiling the developer's policies.</summary>
    [Benchmark]
    public PolicySet? Compile() => Fixtures.Compile(_documents).Identity;

    private int DecideAll(in ApplicablePolicies policies)
    {
        var allowed = 0;
        foreach (ref readonly var request in _requests.AsSpan())
        {
            allowed += Evaluator.Decide(request, policies).IsAllowed ? 1 : 0;
        }

        return allowed;
    }
}
