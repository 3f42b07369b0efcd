using System.Runtime.InteropServices;

namespace Claviger.Ec2;

/// <summary>What a host must have for instances to be virtual machines, beside what namespaces take.</summary>
internal static class MachineRequirements
{
    private static readonly (string Program, string Name, string Package)[] Programs =
    [
        ("qemu-system-x86_64", "QEMU", "qemu-system-x86"), ("qemu-img", "qemu-img", "qemu-utils"), ("ssh", "ssh", "openssh-client"),
    ];

    /// <summary>Finds what is missing.</summary>
    /// <returns>One sentence with the remedy; null where nothing is.</returns>
    public static string? Obstacle()
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return "Virtual machines are run on x86-64 alone: start the server without --virtual-machines.";
        }

        return Programs.Where(static it => !HasProgram(it.Program))
            .Select(static it => $"{it.Name} is missing, by which virtual machines are run: install it (on Debian: apt-get install {it.Package}) and start the server again.")
            .FirstOrDefault();
    }

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));
}
