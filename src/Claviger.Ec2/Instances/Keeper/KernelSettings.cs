namespace Claviger.Ec2;

/// <summary>Settings of the kernel that are a namespace's own (<c>/proc/sys</c>), of this thread's namespaces.</summary>
internal static class KernelSettings
{
    private const string OwnProc = "/tmp/proc";

    /// <summary>Sets some of them.</summary>
    // A proc of these namespaces alone, for a moment: the instance's own shows these as the kernel's, not to be written.
    public static void Set(params IReadOnlyList<(string Name, string Value)> settings)
    {
        Directory.CreateDirectory(OwnProc);
        Libc.Demand(Libc.Mount("proc", OwnProc, "proc", 0, null), "proc can't be mounted");
        try
        {
            foreach (var (name, value) in settings)
            {
                File.WriteAllText($"{OwnProc}/sys/{name}", value);
            }
        }
        finally
        {
            Libc.Unmount(OwnProc, 0);
        }
    }
}
