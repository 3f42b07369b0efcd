namespace Claviger.Aws;

/// <summary>What a request says of the content that it brings, against which the content is held.</summary>
public sealed record ContentChecks
{
    /// <summary>Bytes of the content, without any framing; null if the request doesn't say.</summary>
    public long? Length { get; init; }

    /// <summary>The least bytes that may come; null for no bound.</summary>
    public long? Least { get; init; }

    /// <summary>The most bytes that may come; null for no bound.</summary>
    public long? Most { get; init; }

    /// <summary>The SHA-256 that was signed, in lower-case hexadecimal; null if none was.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The Content-MD5 header; null without one.</summary>
    public string? Md5 { get; init; }

    /// <summary>The checksum's algorithm; null if the request names none.</summary>
    public ChecksumAlgorithm? Algorithm { get; init; }

    /// <summary>The checksum in base64; null if it comes behind the content, or not at all.</summary>
    public string? Checksum { get; init; }

    /// <summary>Finds a header behind the content by its name, once all is read; null where there are none.</summary>
    public Func<string, string?>? Trailer { get; init; }
}
