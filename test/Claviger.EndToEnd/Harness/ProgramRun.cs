using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>What a program printed and how it ended.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end, with this text as its input.</summary>
    public static async Task<ProgramRun> OfAsync(ProcessStartInfo start, string input = "")
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, await output, await errors);
    }
}
