using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A TLS certificate with its private key, kept for services that serve it.</summary>
public sealed record ServerCertificateRecord
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id (ASCA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique in the account without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Path, such as <c>/</c> or <c>/cloudfront/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The certificate as it was uploaded, in PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The certificates that lead to its root, in PEM; null if none were uploaded.</summary>
    public string? Chain { get; init; }

    /// <summary>The private key, sealed.</summary>
    public required byte[] SealedPrivateKey { get; init; }

    /// <summary>When the certificate ends.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset Created { get; init; }
}
