namespace Claviger.Store;

/// <summary>A key of the deployment's key ring, wrapped under the master key.</summary>
public sealed record KeyRecord
{
    /// <summary>Key id.</summary>
    public required string Id { get; init; }

    /// <summary>Published, active or retired, in the words of who keeps the ring.</summary>
    public required string State { get; init; }

    /// <summary>The key, wrapped.</summary>
    public required byte[] Wrapped { get; init; }

    /// <summary>When the key was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
