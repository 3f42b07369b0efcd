using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A virtual MFA device: a seed from which a six-digit code is made every half minute.</summary>
public sealed record MfaDeviceRecord
{
    /// <summary>The account that the device belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its ARN, by which it is known; unique without regard to case.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Unique id of the user that it is assigned to; null for the root user, and for nobody.</summary>
    public string? UserId { get; init; }

    /// <summary>When it was assigned to a user or the root user; null for as long as it is nobody's.</summary>
    public DateTimeOffset? Enabled { get; init; }

    /// <summary>The seed, sealed.</summary>
    public required byte[] SealedSeed { get; init; }

    /// <summary>Number of the newest half minute whose code was accepted; no code of it or an earlier one is accepted again. Kept by
    /// <see cref="MfaDevices.TryUse"/>.</summary>
    public long UsedStep { get; init; }

    /// <summary>By how many half minutes the device's clock is ahead of ours, as it was when the device was last synchronized.</summary>
    public long Drift { get; init; }

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
