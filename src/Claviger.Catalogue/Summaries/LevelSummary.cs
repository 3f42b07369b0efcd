namespace Claviger.Catalogue;

/// <summary>How many actions of one access level a policy names.</summary>
/// <param name="Level">The level.</param>
/// <param name="Named">How many the policy names to some effect.</param>
/// <param name="All">How many the service has.</param>
public sealed record LevelSummary(AccessLevel Level, int Named, int All)
{
    /// <summary>Whether it is all of them.</summary>
    public bool IsFull => Named == All;
}
