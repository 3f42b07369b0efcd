namespace Claviger.Store;

/// <summary>The form of a name by which it is unique and ordered: folded to one case, so that both databases agree on it.</summary>
public static class NameKey
{
    /// <summary>Folds a name. Two names are the same to AWS when their keys are equal.</summary>
    public static string Of(string name) => name.ToUpperInvariant();
}
