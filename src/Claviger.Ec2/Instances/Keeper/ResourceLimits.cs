using System.Globalization;

namespace Claviger.Ec2;

/// <summary>The limits that hold without cgroups: of a process, and of all processes of the user namespace together.</summary>
internal static unsafe class ResourceLimits
{
    private const int FileSize = 1;
    private const int Memory = 2;
    private const int CoreSize = 4;
    private const int ProcessCount = 6;
    private const int OpenFiles = 7;

    private const ulong MostOpenFiles = 65_536;
    // The keeper and bubblewrap are counted too.
    private const ulong KeepersOwnThreads = 64;
    // Higher than the programs', or they could keep the keeper from starting what it watches them with.
    private const ulong KeepersReserve = 64;
    private const int OfferedToKernel = 500;

    /// <summary>Sets them for this process and all that it starts.</summary>
    public static void Apply(BootPlan plan)
    {
        Set(FileSize, (ulong)plan.DiskBytes);
        Set(Memory, (ulong)plan.MemoryBytes);
        Set(CoreSize, 0);
        Set(ProcessCount, (ulong)plan.Processes + KeepersOwnThreads + KeepersReserve);
        Set(OpenFiles, MostOpenFiles);
    }

    /// <summary>What a program of the instance is started by, to have less than the keeper has: fewer processes, and the first turn where the kernel ends any for their memory.</summary>
    public static IReadOnlyList<string> ForPrograms(BootPlan plan)
    {
        var processes = (plan.Processes + (int)KeepersOwnThreads).ToString(CultureInfo.InvariantCulture);
        return ["/usr/bin/prlimit", $"--nproc={processes}:{processes}", "/usr/bin/choom", "-n", OfferedToKernel.ToString(CultureInfo.InvariantCulture), "--"];
    }

    // One that is lower already stays: only who may raise limits could set it.
    private static void Set(int resource, ulong most)
    {
        var limit = stackalloc ulong[2];
        if (Libc.GetLimit(resource, limit) == 0 && limit[1] > most)
        {
            (limit[0], limit[1]) = (most, most);
            Libc.SetLimit(resource, limit);
        }
    }
}
