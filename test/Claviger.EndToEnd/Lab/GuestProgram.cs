using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Claviger.EndToEnd;

/// <summary>The .NET program of <c>test/Claviger.EndToEnd.Guest</c>, put on an instance together with the .NET that runs it.</summary>
public static class GuestProgram
{
    private const string Name = "Claviger.EndToEnd.Guest";
    /// <summary>What starts it there.</summary>
    public static IReadOnlyList<string> Command { get; } = ["/opt/dotnet", $"/opt/{Name}.dll"];

    /// <summary>Sends it through a session's input, as an archive.</summary>
    public static async Task InstallAsync(InstanceLab lab, string id)
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var root = runtime.Parent!.Parent!.Parent!.FullName;
        using var tar = Process.Start(new ProcessStartInfo(
            "tar", ["-c", "-C", root, "dotnet", "host/fxr", $"shared/{runtime.Parent.Name}/{runtime.Name}", "-C", AppContext.BaseDirectory, .. Files()]) { RedirectStandardOutput = true })!;
        using var unpack = lab.Start(id, ["/bin/tar", "-x", "-C", "/opt"]);
        await tar.StandardOutput.BaseStream.CopyToAsync(unpack.StandardInput.BaseStream);
        unpack.StandardInput.Close();
        await unpack.WaitForExitAsync();
        Assert.Equal((0, 0), (tar.ExitCode, unpack.ExitCode));
    }

    // The program, and all that it is said to need beside .NET itself.
    private static List<string> Files()
    {
        string[] own = [$"{Name}.dll", $"{Name}.runtimeconfig.json", $"{Name}.deps.json"];
        using var needs = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, own[^1])));
        var libraries = needs.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .SelectMany(static package => package.Value.TryGetProperty("runtime", out var files) ? files.EnumerateObject().Select(static file => Path.GetFileName(file.Name)) : []);
        return [.. own.Concat(libraries).Distinct()];
    }
}
