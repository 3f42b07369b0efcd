using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Claviger.Ec2;

/// <summary>
/// The system calls that an instance does without: those that make or enter namespaces, mount, load code into the kernel, change its clock or
/// keys, or reach its larger and younger interfaces. They fail as if the caller lacked the right; all else is the kernel's to decide.
/// </summary>
internal static class SystemCallFilter
{
    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfSet = 0x45;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort Return = 0x06;

    private const uint Allow = 0x7FFF0000;
    private const uint Refuse = 0x00050000 | 1; // EPERM
    private const uint Unknown = 0x00050000 | 38; // ENOSYS

    private const uint Pass = 0x00050000; // as if it had succeeded

    private const uint NumberOffset = 0;
    private const uint MachineOffset = 4;
    private const uint FirstArgument = 16;
    private const uint SecondArgument = 24;

    private const uint NamespaceFlags = 0x7E020000;
    private const uint PushTerminalInput = 0x5412;
    private const uint OtherCalls = 0x40000000; // x32

    private const uint MostSharedAtOnce = 4096 + 1;

    // Families of sockets that reach the kernel's crypto, the hypervisor and Bluetooth.
    private static readonly uint[] RefusedFamilies = [38, 40, 31, 30, 21];

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>The filter as bubblewrap takes it: the kernel's <c>sock_filter</c>s for this machine.</summary>
    public static byte[] Write()
    {
        var program = new Program();
        program.Add(Load, MachineOffset);
        program.Add(JumpIfEqual, IsArm ? 0xC00000B7 : 0xC000003E, 1, 0);
        program.Add(Return, Unknown);
        program.Add(Load, NumberOffset);
        program.Add(JumpIfAtLeast, OtherCalls, 0, 1);
        program.Add(Return, Unknown);
        foreach (var (x64, arm64) in Refused)
        {
            if ((IsArm ? arm64 : x64) is >= 0 and var number)
            {
                program.Add(JumpIfEqual, (uint)number, 0, 1);
                program.Add(Return, Refuse);
            }
        }

        // sched_setaffinity: which processors a program runs on is part of the instance's type. .NET does not start where this fails.
        program.Add(JumpIfEqual, IsArm ? 122u : 203u, 0, 1);
        program.Add(Return, Pass);
        // The arguments of clone3 are out of a filter's reach; the C library goes on with clone.
        program.Add(JumpIfEqual, 435, 0, 1);
        program.Add(Return, Unknown);
        AddArgumentRule(program, IsArm ? 220u : 56u, FirstArgument, JumpIfSet, [NamespaceFlags]); // clone
        AddArgumentRule(program, IsArm ? 29u : 16u, SecondArgument, JumpIfEqual, [PushTerminalInput]); // ioctl
        AddArgumentRule(program, IsArm ? 198u : 41u, FirstArgument, JumpIfEqual, RefusedFamilies); // socket
        AddSizeRule(program, IsArm ? 194u : 29u, SecondArgument); // shmget, of which databases need a page
        program.Add(Return, Allow);
        return program.ToArray();
    }

    private static void AddArgumentRule(Program program, uint call, uint argument, ushort test, uint[] values)
    {
        program.Add(JumpIfEqual, call, 0, (byte)((2 * values.Length) + 2));
        program.Add(Load, argument);
        foreach (var value in values)
        {
            program.Add(test, value, 0, 1);
            program.Add(Return, Refuse);
        }

        program.Add(Return, Allow);
    }

    private static void AddSizeRule(Program program, uint call, uint argument)
    {
        program.Add(JumpIfEqual, call, 0, 6);
        program.Add(Load, argument + 4);
        program.Add(JumpIfEqual, 0, 0, 2);
        program.Add(Load, argument);
        program.Add(JumpIfAtLeast, MostSharedAtOnce, 0, 1);
        program.Add(Return, Refuse);
        program.Add(Return, Allow);
    }

    // Their numbers on x86-64 and on arm64; -1 where there is no such call.
    private static readonly (int X64, int Arm64)[] Refused =
    [
        (165, 40), (166, 39), (155, 41), // mount, umount2, pivot_root
        (428, 428), (429, 429), (430, 430), (431, 431), (432, 432), (433, 433), (442, 442), // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
        (272, 97), (308, 268), // unshare, setns
        (248, 217), (249, 218), (250, 219), // add_key, request_key, keyctl
        (321, 280), (298, 241), (323, 282), // bpf, perf_event_open, userfaultfd
        (425, 425), (426, 426), (427, 427), // io_uring_setup, io_uring_enter, io_uring_register
        (175, 105), (313, 273), (176, 106), // init_module, finit_module, delete_module
        (246, 104), (320, 294), (169, 142), // kexec_load, kexec_file_load, reboot
        (167, 224), (168, 225), (163, 89), (179, 60), (443, 443), // swapon, swapoff, acct, quotactl, quotactl_fd
        (164, 170), (227, 112), (159, 171), (305, 266), // settimeofday, clock_settime, adjtimex, clock_adjtime
        (303, 264), (304, 265), // name_to_handle_at, open_by_handle_at
        (237, 235), (256, 238), (279, 239), // mbind, migrate_pages, move_pages
        (172, -1), (173, -1), // iopl, ioperm
        (103, 116), (153, 58), (212, 18), // syslog, vhangup, lookup_dcookie
        (300, 262), (301, 263), // fanotify_init, fanotify_mark
        (319, 279), (447, 447), (68, 186), // memfd_create, memfd_secret, msgget: memory that no process is seen to hold
    ];

    private sealed class Program
    {
        private readonly List<byte> _bytes = [];

        public void Add(ushort code, uint value, byte ifTrue = 0, byte ifFalse = 0)
        {
            Span<byte> step = stackalloc byte[8];
            BinaryPrimitives.WriteUInt16LittleEndian(step, code);
            (step[2], step[3]) = (ifTrue, ifFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(step[4..], value);
            _bytes.AddRange(step);
        }

        public byte[] ToArray() => [.. _bytes];
    }
}
