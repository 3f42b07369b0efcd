namespace Claviger.Ec2;

/// <summary>An image that instances can be launched from, registered by the operator at the host.</summary>
public sealed record InstanceImage
{
    /// <summary><c>ami-</c> and 17 hexadecimal digits.</summary>
    public required string ImageId { get; init; }

    /// <summary>Its name, such as <c>debian-12-claviger-2026-11-24</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The smallest disk that it fits on, in GiB.</summary>
    public required int SizeGiB { get; init; }
}
