using System.Globalization;
using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Console;

/// <summary>Instances and what belongs to them, as people read it.</summary>
internal static class InstanceText
{
    /// <summary>The name that people gave something, which is a tag; empty where there is none.</summary>
    public static string NameOf(IReadOnlyList<TagShape>? tags) => tags?.FirstOrDefault(static tag => tag.Key == "Name")?.Value ?? "";

    /// <summary>What a page about an instance is called.</summary>
    public static string Title(InstanceShape instance) =>
        NameOf(instance.Tags) is { Length: > 0 } name ? $"{instance.InstanceId} ({name})" : instance.InstanceId!;

    /// <summary>The name of an instance profile, out of its ARN.</summary>
    public static string? ProfileName(IamInstanceProfileShape? profile) => profile?.Arn?[(profile.Arn.LastIndexOf('/') + 1)..];

    /// <summary>A state, as a word that begins a cell.</summary>
    public static string State(string? state) => state switch
    {
        null or "" => "–",
        "shutting-down" => "Shutting down",
        _ => char.ToUpperInvariant(state[0]) + state[1..],
    };

    /// <summary>Whether an instance is on its way to another state.</summary>
    public static bool IsMoving(InstanceShape instance) => instance.State?.Name is "pending" or "stopping" or "shutting-down";

    /// <summary>What status checks came to.</summary>
    public static string Checks(InstanceStatusShape? status) => status switch
    {
        { SystemStatus.Status: "ok", InstanceStatus.Status: "ok" } => "2/2 checks passed",
        { InstanceStatus.Status: "initializing" } => "Initializing",
        _ => "–",
    };

    /// <summary>An amount of memory.</summary>
    public static string Memory(long? mebibytes) => mebibytes switch
    {
        null => "–",
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{mebibytes} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{mebibytes / 1024.0:0.##} GiB"),
    };

    /// <summary>A type with what it may use.</summary>
    public static string Type(InstanceTypeInfoShape type) => string.Create(
        CultureInfo.InvariantCulture,
        $"{type.InstanceType} – {type.VCpuInfo?.DefaultVCpus} vCPU, {Memory(type.MemoryInfo?.SizeInMiB)} memory, {string.Join(", ", type.ProcessorInfo?.SupportedArchitectures ?? [])}");
}
