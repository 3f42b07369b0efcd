using System.Globalization;

namespace Claviger.Ec2;

/// <summary>The processors of the host, as far as this process may use them, between its instances.</summary>
internal static class HostProcessors
{
    private static readonly IReadOnlyList<int> Usable = Read();

    /// <summary>As many of them as an instance has, or all where there are fewer, as <c>taskset --cpu-list</c> takes them.</summary>
    /// <remarks>Which ones, the instance's id decides: with many instances all processors get their share.</remarks>
    public static string For(string instanceId, int count)
    {
        var first = (int)(uint.Parse(instanceId.AsSpan(^7), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % (uint)Usable.Count);
        return string.Join(',', Enumerable.Range(first, Math.Min(count, Usable.Count)).Select(static index => Usable[index % Usable.Count]));
    }

    private static IReadOnlyList<int> Read()
    {
        const string label = "Cpus_allowed_list:";
        var list = File.ReadLines("/proc/self/status").First(static line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..];
        return
        [
            .. list.Split(',').Select(static range => range.Split('-').Select(static number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray())
                .SelectMany(static range => Enumerable.Range(range[0], range[^1] - range[0] + 1)),
        ];
    }
}
