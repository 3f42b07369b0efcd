namespace Claviger.Ec2;

/// <summary>A subnet of a default network.</summary>
/// <param name="Id">Its id (<c>subnet-…</c>).</param>
/// <param name="Cidr">Its block of addresses.</param>
/// <param name="Zone">The zone that it is in.</param>
internal sealed record DefaultSubnet(string Id, string Cidr, Zone Zone);
