using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>The image that the program makes by itself, made once for this checkout.</summary>
public static class LabImage
{
    private static readonly Lazy<Task<string>> Made = new(() => MakeAsync());

    /// <summary>The folder that it is in.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "images");

    /// <summary>Its id.</summary>
    public static Task<string> IdAsync() => Made.Value;

    /// <summary>The id of the one with a kernel, which is made when it is asked for first.</summary>
    public static Task<string> IdWithKernelAsync() => MakeAsync("--kernel");

    // Several test programs may run at once: the first makes it, the others wait.
    private static async Task<string> MakeAsync(params string[] options)
    {
        Directory.CreateDirectory(Folder);
        await using var turn = await TurnAsync();
        var run = await ClavigerProgram.RunAsync(["image", "build", "--images", Folder, .. options]);
        Assert.True(run.ExitCode == 0, $"The image of the lab's tests can't be made with claviger image build: {run.Errors}");
        return run.Output.Split(' ')[0];
    }

    private static async Task<FileStream> TurnAsync()
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Whether an ordinary user can read what the tests were built to.</summary>
    public static bool IsWithinReachOf(uint user)
    {
        using var test = Process.Start("setpriv", ["--reuid", $"{user}", "--regid", $"{user}", "--clear-groups", "test", "-x", Path.Combine(AppContext.BaseDirectory, "claviger")]);
        test.WaitForExit();
        return test.ExitCode == 0;
    }
}
