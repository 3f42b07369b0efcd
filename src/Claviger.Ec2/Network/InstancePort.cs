namespace Claviger.Ec2;

/// <summary>What an instance reaches by HTTP.</summary>
public enum InstancePort
{
    /// <summary>Its metadata service.</summary>
    Metadata,

    /// <summary>The services of AWS over plain HTTP.</summary>
    Plain,

    /// <summary>The services of AWS over TLS.</summary>
    Services,
}
