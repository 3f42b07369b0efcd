using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The bytes that a write brings, on the disk already, and those that it frees.</summary>
internal sealed class StagedWrite(ContentFolder folder, FreedContents freed)
{
    private readonly List<ContentId> _freed = [];

    /// <summary>The new bytes.</summary>
    public StoredContent Content { get; init; } = new(null, 0);

    /// <summary>Their MD5 in hexadecimal.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Their checksum's algorithm; null if none was computed.</summary>
    public ChecksumAlgorithm? Algorithm { get; init; }

    /// <summary>Their checksum in base64.</summary>
    public string? Checksum { get; init; }

    /// <summary>Where a commit notes what it frees; empty each time, for a commit may run twice.</summary>
    public List<ContentId> Freeing()
    {
        _freed.Clear();
        return _freed;
    }

    /// <summary>To be called once the commit is durable.</summary>
    public void Settle()
    {
        folder.Settle(Content.Id);
        freed.Add(_freed);
    }

    /// <summary>To be called when nothing came of it.</summary>
    public void Abandon() => folder.Abandon(Content.Id);
}
