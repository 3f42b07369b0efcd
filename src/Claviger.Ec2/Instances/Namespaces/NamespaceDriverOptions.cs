namespace Claviger.Ec2;

/// <summary>How instances are run.</summary>
/// <param name="Folder">Where their disks and console outputs are, a folder each.</param>
/// <param name="EndWithServer">Whether they end when the server does, because nothing will know of them after it.</param>
/// <param name="AsMachines">Whether those that are launched are virtual machines.</param>
public sealed record NamespaceDriverOptions(string Folder, bool EndWithServer, bool AsMachines = false);
