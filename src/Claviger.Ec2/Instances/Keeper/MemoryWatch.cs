using System.Globalization;

namespace Claviger.Ec2;

/// <summary>
/// What a kernel does whose memory is used up, where no control group has it done: of all that the instance's programs hold together, no more is
/// left than its type has, by ending the one that holds most.
/// </summary>
internal sealed class MemoryWatch(long limit, ConsoleLog console)
{
    private const int Rest = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Held = ["Pss_Anon:", "Pss_Shmem:", "SwapPss:"];

    /// <summary>Watches for as long as this process lives.</summary>
    public void Start() => new Thread(Watch) { IsBackground = true }.Start();

    private void Watch()
    {
        while (true)
        {
            var begin = Environment.TickCount64;
            // What is resident is read quickly, and is more than what is held, as much of it is shared.
            if (RunningMachine.Processes().Where(static id => id != Environment.ProcessId).Sum(Resident) > limit)
            {
                Relieve();
            }

            // Many processes take long to look through, and are looked through less often.
            Thread.Sleep(Pause + (TimeSpan.FromMilliseconds(Environment.TickCount64 - begin) * Rest));
        }
    }

    private void Relieve()
    {
        var held = RunningMachine.Processes().Where(static id => id != Environment.ProcessId).Select(static id => (Id: id, Bytes: HeldBy(id))).ToList();
        if (held.Sum(static it => it.Bytes) <= limit)
        {
            return;
        }

        foreach (var (id, bytes) in held.OrderByDescending(static it => it.Bytes))
        {
            var number = RunningMachine.NumberWithin(id);
            if (number > 2)
            {
                var name = Read($"/proc/{id}/comm").Trim();
                Libc.Signal(id, Libc.Kill);
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Out of memory: killed process {number} ({name}), which held {bytes >> 20} MiB."));
                return;
            }
        }
    }

    private static long Resident(int id) =>
        Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/statm")).Split(' ') is [_, var pages, ..]
            ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize
            : 0;

    private static long HeldBy(int id) => Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/smaps_rollup")).Split('\n')
        .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(static words => words.Length > 1 && Held.Contains(words[0]))
        .Sum(static words => long.Parse(words[1], CultureInfo.InvariantCulture) * 1024);

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return "";
        }
    }
}
