namespace Claviger.Bench;

/// <summary>What a load has brought.</summary>
/// <param name="Requests">Answers received.</param>
/// <param name="Failures">Answers other than 200.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="GeneratorCpu">Processor time of the load generator itself.</param>
/// <param name="Latencies">Of each request, in milliseconds, ascending.</param>
internal sealed record Load(int Requests, int Failures, TimeSpan Elapsed, TimeSpan GeneratorCpu, double[] Latencies)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Requests / Elapsed.TotalSeconds;

    /// <summary>The latency that a share of the requests stays under, in milliseconds.</summary>
    public double Percentile(double share) => Latencies.Length == 0 ? 0 : Latencies[(int)((Latencies.Length - 1) * share)];
}
