using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An EC2 instance; a terminated one stays for an hour.</summary>
public sealed record InstanceRecord
{
    /// <summary><c>i-</c> and 17 hexadecimal digits; never given again.</summary>
    public required string Id { get; init; }

    /// <summary>The account that the instance belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The region that it was launched in.</summary>
    public required string Region { get; init; }

    /// <summary>The host that it runs on, by the name that the host's driver gives itself.</summary>
    public required string Host { get; init; }

    /// <summary>Where it is in its life, by AWS's code: 0 pending, 16 running, 32 shutting-down, 48 terminated, 64 stopping, 80 stopped.</summary>
    public required int State { get; init; }

    /// <summary>The launch that it was part of (<c>r-…</c>).</summary>
    public required string ReservationId { get; init; }

    /// <summary>Its place within the reservation, from 0.</summary>
    public required int LaunchIndex { get; init; }

    /// <summary>The client token of the launch; null if none was sent.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The address of its network interface; null once it is terminated.</summary>
    public string? PrivateAddress { get; init; }

    /// <summary>Unique id of its instance profile; null if it has none.</summary>
    public string? ProfileId { get; init; }

    /// <summary>What was given as user data, sealed; null if nothing was.</summary>
    public byte[]? SealedUserData { get; init; }

    /// <summary>All that it is not found by.</summary>
    public required InstanceDetails Details { get; init; }

    /// <summary>When it was launched, or started last.</summary>
    public required DateTimeOffset Launched { get; init; }

    /// <summary>When it was terminated; null as long as it isn't.</summary>
    public DateTimeOffset? Ended { get; init; }
}
