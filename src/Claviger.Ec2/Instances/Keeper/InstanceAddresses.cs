using System.Net;

namespace Claviger.Ec2;

/// <summary>The addresses that every instance finds on its own network.</summary>
internal static class InstanceAddresses
{
    /// <summary>The metadata service.</summary>
    public static readonly IPAddress Metadata = new([169, 254, 169, 254]);

    /// <summary>The resolver.</summary>
    public static readonly IPAddress Resolver = new([169, 254, 169, 253]);

    /// <summary>Every service of AWS.</summary>
    public static readonly IPAddress Services = new([169, 254, 169, 250]);
}
