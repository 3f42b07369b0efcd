namespace Claviger.Console;

/// <summary>How a step of making a user went.</summary>
/// <param name="UserName">The user.</param>
/// <param name="Step">What was to be done, as pages say it.</param>
/// <param name="Problem">Why it was not; null if it was.</param>
public sealed record NewUserOutcome(string UserName, string Step, string? Problem);
