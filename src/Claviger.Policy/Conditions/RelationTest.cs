namespace Claviger.Policy;

/// <summary>Relations against the outcome of a comparison.</summary>
internal static class RelationTest
{
    /// <summary>Whether the relation holds, given how the left side compared to the right one.</summary>
    public static bool Holds(this Relation relation, int order) => relation switch
    {
        Relation.Equal => order == 0,
        Relation.Less => order < 0,
        Relation.LessOrEqual => order <= 0,
        Relation.Greater => order > 0,
        Relation.GreaterOrEqual => order >= 0,
    };
}
