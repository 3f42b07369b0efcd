namespace Claviger.Catalogue;

/// <summary>A resource that a policy names for an action.</summary>
/// <param name="Resource">The last part of its ARN, or <see cref="All"/>, or <see cref="AllBut"/>.</param>
/// <param name="Region">The Region in its ARN; empty where its ARN has none.</param>
/// <param name="Account">The account in its ARN; empty where its ARN has none.</param>
/// <param name="Condition">The conditions of its statement; empty if there are none.</param>
public sealed record ResourceSummary(string Resource, string Region, string Account, string Condition)
{
    /// <summary>Every one that there is.</summary>
    public const string All = "*";

    /// <summary>Every one but those that NotResource lists.</summary>
    public const string AllBut = "NotResource";
}
