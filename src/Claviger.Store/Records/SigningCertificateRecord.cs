using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An X.509 certificate that a user, or the root user, signs with.</summary>
public sealed record SigningCertificateRecord
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user; null for the root user.</summary>
    public string? UserId { get; init; }

    /// <summary>The certificate as it was uploaded, in PEM.</summary>
    public required string Body { get; init; }

    /// <summary>Whether its status is Active rather than Inactive.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset Created { get; init; }
}
