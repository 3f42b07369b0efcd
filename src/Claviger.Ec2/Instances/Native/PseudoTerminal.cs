using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Claviger.Ec2;

/// <summary>Terminals without a device behind them.</summary>
internal static unsafe class PseudoTerminal
{
    private const nuint SetWindowSize = 0x5414;
    private const int NameLength = 128;

    /// <summary>Makes one.</summary>
    /// <returns>The side of who looks at the terminal, and the path of the side of the programs on it.</returns>
    public static (int Master, string Path) Open()
    {
        var master = Libc.Demand(Libc.OpenTerminal(Libc.OpenReadWrite | Libc.NoControllingTerminal | Libc.CloseOnExec), "posix_openpt");
        Libc.Demand(Libc.GrantTerminal(master), "grantpt");
        Libc.Demand(Libc.UnlockTerminal(master), "unlockpt");
        var name = stackalloc byte[NameLength];
        Libc.Demand(Libc.NameOfTerminal(master, name, NameLength), "ptsname_r");
        return (master, Marshal.PtrToStringUTF8((nint)name)!);
    }

    /// <summary>Tells the programs on a terminal how large it is, in characters.</summary>
    public static void Resize(SafeFileHandle master, int columns, int rows)
    {
        var size = stackalloc ushort[4];
        (size[0], size[1]) = ((ushort)rows, (ushort)columns);
        Libc.Device((int)master.DangerousGetHandle(), SetWindowSize, size);
    }
}
