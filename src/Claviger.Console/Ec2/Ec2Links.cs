namespace Claviger.Console;

/// <summary>The addresses of EC2's pages, and its calls as commands, with the region that they are about.</summary>
internal static class Ec2Links
{
    public static string To(string region, string path, string? key = null, string? value = null) =>
        $"{path}?region={region}" + (key is null ? "" : $"&{key}={Uri.EscapeDataString(value ?? "")}");

    public static string Instance(string region, string? id, string? tab = null) =>
        To(region, "/ec2/instance", "id", id) + (tab is null ? "" : $"&tab={tab}");

    /// <summary>A page about several instances.</summary>
    public static string WithInstances(string region, string path, IEnumerable<string?> ids) =>
        To(region, path) + string.Concat(ids.Select(static id => $"&id={Uri.EscapeDataString(id ?? "")}"));

    public static string Command(string region, string operation, params ReadOnlySpan<string?> words) =>
        Cli.Command("ec2", operation, [.. words, "--region", region]);
}
