using System.CommandLine;
using System.Reflection;

namespace Claviger.Server;

/// <summary><c>claviger version</c>: prints the version.</summary>
internal static class VersionCommand
{
    /// <summary>The program's version, without the build's metadata.</summary>
    public static string Version { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Command Create()
    {
        var command = new Command("version", "Prints the version.");
        command.SetAction(_ => System.Console.Out.WriteLine(Version));
        return command;
    }
}
