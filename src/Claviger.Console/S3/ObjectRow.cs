namespace Claviger.Console;

/// <summary>An object, a version of one, a delete marker or a folder, as a list shows it.</summary>
internal sealed record ObjectRow(string Key)
{
    /// <summary>The version; null where the current one is meant.</summary>
    public string? VersionId { get; init; }

    public bool IsFolder { get; init; }

    public bool IsMarker { get; init; }

    public bool IsLatest { get; init; } = true;

    public DateTimeOffset? Modified { get; init; }

    public long? Size { get; init; }

    public string? StorageClass { get; init; }

    /// <summary>What a form names it by: forms change line ends, and keys may hold any.</summary>
    public string FieldValue => IsFolder ? $"/{Uri.EscapeDataString(Key)}" : $"{VersionId}/{Uri.EscapeDataString(Key)}";
}
