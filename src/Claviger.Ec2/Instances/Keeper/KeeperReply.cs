namespace Claviger.Ec2;

/// <summary>What a keeper answers.</summary>
/// <param name="Obstacle">Why the order can't be carried out; null where it is.</param>
/// <param name="ExitCode">How a program ended.</param>
internal sealed record KeeperReply(string? Obstacle = null, int? ExitCode = null);
