namespace Claviger.Pipeline;

/// <summary>An error of our own operations, as they answer it.</summary>
internal sealed record OwnError(string Code, string Message);
