namespace Claviger.Ec2;

/// <summary>What the server asks of an instance's keeper, one a connection.</summary>
internal sealed record KeeperOrder
{
    /// <summary>What is asked.</summary>
    public required KeeperOrderKind Kind { get; init; }

    /// <summary>How to boot, with <see cref="KeeperOrderKind.Boot"/>.</summary>
    public BootPlan? Boot { get; init; }

    /// <summary>What to run, with <see cref="KeeperOrderKind.Run"/>.</summary>
    public SessionPlan? Session { get; init; }
}
