using System.Diagnostics;

namespace Claviger.Server;

/// <summary>The terminal that a command runs on, handed to a program elsewhere for as long as this lives: each key goes there as it is.</summary>
internal sealed class LocalTerminal : IDisposable
{
    private readonly string _before;

    private LocalTerminal(string before) => _before = before;

    /// <summary>Takes the terminal; null where the command's input or output is none.</summary>
    public static LocalTerminal? TryTake()
    {
        if (System.Console.IsInputRedirected || System.Console.IsOutputRedirected)
        {
            return null;
        }

        var terminal = new LocalTerminal(Stty("-g"));
        Stty("raw", "-echo");
        return terminal;
    }

    public static (int Columns, int Rows) Size => (System.Console.WindowWidth, System.Console.WindowHeight);

    public void Dispose() => Stty(_before);

    private static string Stty(params string[] arguments)
    {
        using var stty = Process.Start(new ProcessStartInfo("stty", arguments) { RedirectStandardOutput = true })!;
        var output = stty.StandardOutput.ReadToEnd().Trim();
        stty.WaitForExit();
        return output;
    }
}
