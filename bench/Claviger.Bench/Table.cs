namespace Claviger.Bench;

/// <summary>A table on the terminal whose rows come as they are measured.</summary>
internal static class Table
{
    public static void Head(string title)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine($"  {"",-44} {"req/s",9} {"ratio",7} {"p50 ms",8} {"p99 ms",8} {"server µs",10} {"generator µs",13}");
    }

    /// <summary>A row of a load.</summary>
    /// <param name="name">What was asked.</param>
    /// <param name="load">What came of it.</param>
    /// <param name="serverCpu">Processor time of the server meanwhile.</param>
    /// <param name="against">The rate that the ratio is to.</param>
    /// <param name="wanted">What the ratio should reach, for people to compare.</param>
    public static void Row(string name, Load load, TimeSpan serverCpu, double against, string wanted = "")
    {
        Console.WriteLine(
            $"  {name,-44} {load.Rate,9:F0} {load.Rate / against,7:F2} {load.Percentile(0.5),8:F2} {load.Percentile(0.99),8:F2} "
            + $"{serverCpu.TotalMicroseconds / load.Requests,10:F1} {load.GeneratorCpu.TotalMicroseconds / load.Requests,13:F1}  {wanted}"
            + (load.Failures > 0 ? $"  {load.Failures} FAILED" : ""));
    }

    /// <summary>A row of two figures and their ratio.</summary>
    public static void Pair(string name, double value, double against, string unit, string wanted) =>
        Console.WriteLine($"  {name,-44} {value,9:F1} {unit,-5} against {against,9:F1} {unit,-5} ratio {value / against,5:F2}  {wanted}");
}
