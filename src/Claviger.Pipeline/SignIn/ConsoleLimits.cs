namespace Claviger.Pipeline;

/// <summary>What bounds sessions of the console.</summary>
/// <param name="SessionLength">How long after its sign-in a session ends by itself.</param>
public sealed record ConsoleLimits(TimeSpan SessionLength)
{
    /// <summary>12 hours, as on AWS.</summary>
    public static ConsoleLimits Default { get; } = new(TimeSpan.FromHours(12));
}
