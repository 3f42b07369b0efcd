using System.Globalization;
using System.Net;

namespace Claviger.Ec2;

/// <summary>
/// The command that runs a virtual machine: QEMU, in a view of the host that holds its programs and libraries, the image, and the one machine's disk; without
/// capabilities, and behind its own filter of system calls.
/// </summary>
internal static class MachineCommand
{
    /// <summary>The port of the keeper's network that leads to the machine's shell.</summary>
    public const int ShellPort = 2222;

    // Of a thread each, emulated processors wait for one another in loops, and on a busy host for good.
    private const string Emulation = "tcg,thread=single,tb-size=64";

    private const string Program = "qemu-system-x86_64";
    private const int SubnetLength = 20;

    /// <summary>The program and its arguments.</summary>
    /// <param name="plan">How the machine boots.</param>
    /// <param name="isAccelerated">Whether this host's processor runs the machine's programs itself (KVM).</param>
    public static IReadOnlyList<string> For(BootPlan plan, bool isAccelerated)
    {
        const string own = $"{KeeperPaths.Instance}/{MachinePaths.Folder}";
        return
        [
            HostRequirements.Bubblewrap, .. KeeperCommand.HostPrograms(), "--unshare-pid", "--proc", "/proc", "--dev", "/dev", "--dev-bind-try", "/dev/kvm", "/dev/kvm", "--tmpfs", "/tmp",
            "--bind", MachinePaths.Control, MachinePaths.Control, "--ro-bind", KeeperPaths.Image, KeeperPaths.Image, "--bind", own, own, "--cap-drop", "ALL", "--",
            Program, "-name", plan.HostName, "-nodefaults", "-no-user-config", "-display", "none",
            "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
            "-machine", "pc", "-accel", isAccelerated ? "kvm" : Emulation, "-cpu", isAccelerated ? "host" : "max",
            "-smp", Text(plan.Machine!.VirtualCpus), "-m", Text(plan.MemoryBytes / (1024 * 1024)),
            "-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console",
            "-chardev", $"socket,id=control,path={MachinePaths.Control}/socket,server=on,wait=off", "-mon", "chardev=control,mode=control",
            "-kernel", $"{KeeperPaths.Image}/{MachinePaths.Kernel}", "-initrd", $"{KeeperPaths.Image}/{MachinePaths.InitialDisk}",
            "-append", "console=ttyS0 quiet panic=5",
            "-drive", $"file={own}/{MachinePaths.Disk},format=qcow2,if=virtio",
            // A machine that was ended while it unpacked this does so at its next boot.
            "-drive", $"file={own}/{MachinePaths.FirstBoot},format=raw,if=virtio,readonly=on",
            "-netdev", Network(IPAddress.Parse(plan.PrivateAddress)), "-device", $"virtio-net-pci,netdev=net,mac={plan.MacAddress},romfile=",
        ];
    }

    /// <summary>The first address of a subnet, which is its router's.</summary>
    public static IPAddress RouterOf(IPAddress address)
    {
        var bytes = SubnetOf(address).BaseAddress.GetAddressBytes();
        bytes[3]++;
        return new IPAddress(bytes);
    }

    /// <summary>The subnet of an address: 4,096 addresses, as all default subnets have.</summary>
    public static IPNetwork SubnetOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        (bytes[2], bytes[3]) = ((byte)(bytes[2] & 0xF0), 0);
        return new IPNetwork(new IPAddress(bytes), SubnetLength);
    }

    // QEMU's own network: what the machine connects to, QEMU does from the keeper's network, where nothing is but what serves the instance.
    private static string Network(IPAddress address) =>
        $"user,id=net,net={SubnetOf(address)},host={RouterOf(address)},dhcpstart={address},ipv6=off,hostfwd=tcp:127.0.0.1:{Text(ShellPort)}-{address}:22";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
