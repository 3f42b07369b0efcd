using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A tag of something that EC2 has.</summary>
public sealed record Ec2TagRecord
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The resource that bears it: <c>i-…</c>, <c>vol-…</c>.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The resource's type: <c>instance</c>, <c>volume</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The tag's key; unique at the resource, told apart by case.</summary>
    public required string Key { get; init; }

    /// <summary>The tag's value.</summary>
    public required string Value { get; init; }
}
