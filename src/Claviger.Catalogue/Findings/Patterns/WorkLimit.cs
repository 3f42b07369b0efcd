namespace Claviger.Catalogue;

/// <summary>
/// Bounds what is compared with one another, so that a text made to be slow is not: the checks that compare everything with everything leave such
/// a policy out. No policy within IAM's quotas comes near.
/// </summary>
internal static class WorkLimit
{
    private const long MaxProduct = 100_000_000;

    public static bool Allows(long left, long right) => left * right <= MaxProduct;

    /// <summary>The characters in a list of strings.</summary>
    public static long LengthOf(IEnumerable<JsonSyntax> values) => values.Sum(v => (long)v.Text.Length);
}
