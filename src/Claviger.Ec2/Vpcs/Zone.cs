namespace Claviger.Ec2;

/// <summary>An availability zone.</summary>
/// <param name="Name">Its name, <c>us-east-1a</c>.</param>
/// <param name="Id">Its id, the same in all accounts: <c>use1-az1</c>.</param>
/// <param name="Index">Its place in the region, from 0.</param>
internal sealed record Zone(string Name, string Id, int Index);
