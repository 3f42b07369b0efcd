namespace Claviger.S3;

/// <summary>One of a bucket's lifecycle rules: uploads of some keys are aborted some days after they were begun.</summary>
internal sealed record LifecycleRule
{
    public required string Id { get; init; }

    public required bool IsEnabled { get; init; }

    /// <summary>What the keys begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether the prefix stood in a filter, or in the older place.</summary>
    public required bool HasFilter { get; init; }

    public required int Days { get; init; }
}
