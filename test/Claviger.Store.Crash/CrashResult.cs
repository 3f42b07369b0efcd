namespace Claviger.Store.Crash;

/// <summary>What became of the writes of processes that did not end well.</summary>
/// <param name="Name">What was done to them.</param>
/// <param name="Acknowledged">Writes that the store had acknowledged.</param>
/// <param name="Found">Writes that were found, acknowledged or not.</param>
/// <param name="Faults">Acknowledged writes that were lost, writes half made, damage.</param>
public sealed record CrashResult(string Name, int Acknowledged, int Found, IReadOnlyList<string> Faults);
