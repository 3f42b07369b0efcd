using System.Globalization;

namespace Claviger.Ec2;

/// <summary>
/// The control groups that hold an instance to the memory, processor time and processes of its type: of cgroup v2, or a hierarchy for each
/// controller of v1. Where this process may make none, the instance has the limits of its processes alone.
/// </summary>
internal sealed class InstanceControlGroup
{
    private const string Root = "/sys/fs/cgroup";
    private const string Family = "claviger";
    private const int Period = 100_000;
    // What the keeper takes beside its instance.
    private const long KeepersMemory = 96L * 1024 * 1024;
    // More than its programs may have, or none would be left for the keeper where they have all.
    private const int KeepersThreads = 192;
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly IReadOnlyList<string> _groups;

    private InstanceControlGroup(IReadOnlyList<string> groups) => _groups = groups;

    /// <summary>Whether they hold the instance's processes together to its memory.</summary>
    public bool LimitsMemory => _groups.Any(static group => File.Exists($"{group}/memory.max") || File.Exists($"{group}/memory.limit_in_bytes"));

    private static bool IsUnified => File.Exists($"{Root}/cgroup.controllers");

    /// <summary>Makes the groups and puts a process and all that it will start in them.</summary>
    /// <returns>The groups; null where this host gives this process none.</returns>
    public static InstanceControlGroup? TryCreate(string instanceId, int process, InstanceLimits limits)
    {
        var groups = new List<string>();
        foreach (var (folder, settings) in IsUnified ? Unified(instanceId, limits) : Separate(instanceId, limits))
        {
            try
            {
                Directory.CreateDirectory(folder);
                groups.Add(folder);
                foreach (var (file, value) in settings)
                {
                    File.WriteAllText(Path.Combine(folder, file), value);
                }

                File.WriteAllText(Path.Combine(folder, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A controller that this host doesn't give limits nothing; the others do.
                groups.Remove(folder);
                TryRemove(folder);
            }
        }

        return groups.Count > 0 ? new InstanceControlGroup(groups) : null;
    }

    /// <summary>The groups that an instance has from before.</summary>
    public static InstanceControlGroup? Find(string instanceId)
    {
        var none = new InstanceLimits(0, 0, 0, 0);
        var groups = (IsUnified ? Unified(instanceId, none) : Separate(instanceId, none)).Select(static group => group.Folder).Where(Directory.Exists).ToList();
        return groups.Count > 0 ? new InstanceControlGroup(groups) : null;
    }

    /// <summary>Removes the groups of an instance that has ended.</summary>
    public void Remove()
    {
        // The last of its processes may take a moment to go.
        for (var attempt = 0; attempt < Attempts && _groups.Any(Directory.Exists); attempt++)
        {
            foreach (var group in _groups)
            {
                TryRemove(group);
            }

            Thread.Sleep(Pause);
        }
    }

    private static IEnumerable<(string Folder, (string File, string Value)[] Settings)> Unified(string instanceId, InstanceLimits limits)
    {
        TryEnable(Root);
        TryEnable($"{Root}/{Family}");
        yield return ($"{Root}/{Family}/{instanceId}",
        [
            ("memory.max", Text(limits.MemoryBytes + KeepersMemory)),
            ("pids.max", Text(limits.Processes + KeepersThreads)),
            ("cpu.max", $"{Text((long)limits.VirtualCpus * Period)} {Text(Period)}"),
        ]);
    }

    private static IEnumerable<(string Folder, (string File, string Value)[] Settings)> Separate(string instanceId, InstanceLimits limits) =>
    [
        ($"{Root}/memory/{Family}/{instanceId}", [("memory.limit_in_bytes", Text(limits.MemoryBytes + KeepersMemory))]),
        ($"{Root}/pids/{Family}/{instanceId}", [("pids.max", Text(limits.Processes + KeepersThreads))]),
        ($"{Root}/cpu/{Family}/{instanceId}", [("cpu.cfs_period_us", Text(Period)), ("cpu.cfs_quota_us", Text((long)limits.VirtualCpus * Period))]),
    ];

    private static void TryEnable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText($"{folder}/cgroup.subtree_control", "+memory +pids +cpu");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The group's own files are missing then, which is noticed where they are written.
        }
    }

    private static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not made, or already gone.
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
