namespace Claviger.CloudTrail;

/// <summary>A place in an account's event history, read from the newest back.</summary>
/// <param name="Before">All that was recorded at this moment or later is behind.</param>
/// <param name="Passed">How many of the events next before it are behind, too.</param>
internal readonly record struct TrailPosition(DateTimeOffset Before, int Passed);
