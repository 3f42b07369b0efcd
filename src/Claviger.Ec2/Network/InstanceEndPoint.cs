using System.Net;

namespace Claviger.Ec2;

/// <summary>Where the HTTP server listens for all instances at once: one port of each.</summary>
public sealed class InstanceEndPoint(InstancePort port) : EndPoint
{
    /// <summary>The port.</summary>
    public InstancePort Port => port;

    /// <inheritdoc/>
    public override string ToString() => $"instances:{port}";
}
