namespace Claviger.Store;

/// <summary>What is known of an instance and nobody looks it up by; kept as JSON.</summary>
public sealed record InstanceDetails
{
    /// <summary>The image that it was launched from.</summary>
    public required string ImageId { get; init; }

    /// <summary>Its type, such as <c>t3.micro</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The zone, such as <c>us-east-1a</c>.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>The subnet of its network interface.</summary>
    public required string SubnetId { get; init; }

    /// <summary>Its network interface (<c>eni-…</c>).</summary>
    public required string NetworkInterfaceId { get; init; }

    /// <summary>What binds the interface to it (<c>eni-attach-…</c>).</summary>
    public required string AttachmentId { get; init; }

    /// <summary>The address of the interface.</summary>
    public required string MacAddress { get; init; }

    /// <summary>Its only volume (<c>vol-…</c>).</summary>
    public required string VolumeId { get; init; }

    /// <summary>The volume's size, in GiB.</summary>
    public required int VolumeGiB { get; init; }

    /// <summary>The volume's type, as asked for: it has no effect.</summary>
    public string VolumeType { get; init; } = "gp3";

    /// <summary>Ids of its security groups.</summary>
    public required IReadOnlyList<string> SecurityGroupIds { get; init; }

    /// <summary>Name of the key pair that it was launched with; null for none.</summary>
    public string? KeyName { get; init; }

    /// <summary>When it was first launched.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What a client token is compared with: a hash of the launch's parameters.</summary>
    public string? RequestHash { get; init; }

    /// <summary>Whether it can't be terminated through the API.</summary>
    public bool DisableApiTermination { get; init; }

    /// <summary>Whether it can't be stopped through the API.</summary>
    public bool DisableApiStop { get; init; }

    /// <summary>Whether a shutdown from inside terminates it rather than stopping it.</summary>
    public bool TerminatesOnShutdown { get; init; }

    /// <summary>Whether detailed monitoring was asked for.</summary>
    public bool Monitoring { get; init; }

    /// <summary>Whether it was launched as EBS-optimized.</summary>
    public bool EbsOptimized { get; init; }

    /// <summary>Whether its interface only takes what is meant for it.</summary>
    public bool SourceDestCheck { get; init; } = true;

    /// <summary><c>standard</c> or <c>unlimited</c>, of a type that has credits.</summary>
    public string? CpuCredits { get; init; }

    /// <summary>Whether the metadata service wants tokens (<c>HttpTokens=required</c>).</summary>
    public bool MetadataTokensRequired { get; init; }

    /// <summary>Whether the metadata service answers (<c>HttpEndpoint=enabled</c>).</summary>
    public bool MetadataEnabled { get; init; } = true;

    /// <summary>How many hops an answer to a token request may take.</summary>
    public int MetadataHopLimit { get; init; } = 1;

    /// <summary>Whether the metadata service shows the instance's tags.</summary>
    public bool MetadataTags { get; init; }

    /// <summary>ARN of its instance profile, as it was when associated.</summary>
    public string? ProfileArn { get; init; }

    /// <summary>What binds the profile to it (<c>iip-assoc-…</c>).</summary>
    public string? AssociationId { get; init; }

    /// <summary>When the profile was associated.</summary>
    public DateTimeOffset? Associated { get; init; }

    /// <summary>AWS's code for why it is not running; null while it is.</summary>
    public string? StateReasonCode { get; init; }

    /// <summary>The same for people.</summary>
    public string? StateReason { get; init; }

    /// <summary>What <c>reason</c> says: who brought about the last change and when; null while it runs.</summary>
    public string? TransitionReason { get; init; }

    /// <summary>Whether the stop under way doesn't ask the instance first.</summary>
    public bool StopsByForce { get; init; }

    /// <summary>Whether a reboot was asked for and is not done yet.</summary>
    public bool RebootDue { get; init; }

    /// <summary>Whether options that its driver follows were changed since it was started.</summary>
    public bool OptionsChanged { get; init; }
}
