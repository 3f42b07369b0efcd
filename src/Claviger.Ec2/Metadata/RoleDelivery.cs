namespace Claviger.Ec2;

/// <summary>By which version of the metadata service credentials are delivered: the condition key <c>ec2:RoleDelivery</c> tells them apart.</summary>
internal enum RoleDelivery
{
    /// <summary>IMDSv1: asked for without a token.</summary>
    Version1 = 1,

    /// <summary>IMDSv2.</summary>
    Version2 = 2,
}
