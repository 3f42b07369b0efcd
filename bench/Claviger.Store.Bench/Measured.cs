using System.Diagnostics;

namespace Claviger.Store.Bench;

/// <summary>How long something took, and how much processor time this process had meanwhile.</summary>
internal readonly record struct Measured(TimeSpan Elapsed, TimeSpan Processor)
{
    public static Measured Begin() => new(TimeSpan.FromTicks(Stopwatch.GetElapsedTime(0).Ticks), Environment.CpuUsage.TotalTime);

    public Measured End() => new(Stopwatch.GetElapsedTime(0) - Elapsed, Environment.CpuUsage.TotalTime - Processor);
}
