using Claviger.Catalogue;

namespace Claviger.Iam;

/// <summary>Which services a policy's Allow statements reach, whatever resources and conditions they name.</summary>
internal static class GrantedServices
{
    /// <summary>Whether a policy allows anything of a service.</summary>
    /// <param name="document">The policy's text.</param>
    /// <param name="prefix">The prefix of the service's actions.</param>
    public static bool Reaches(string document, string prefix)
    {
        var texts = StatementTexts.Of(document);
        return Enumerable.Range(0, texts.Count).Any(index => texts.Allowed(index) is var (except, patterns) && (except
            ? !patterns.Any(pattern => pattern == "*" || string.Equals(pattern, prefix + ":*", StringComparison.OrdinalIgnoreCase))
            : patterns.Any(pattern => Covers(pattern, prefix))));
    }

    /// <summary>The services that some policies reach, by prefix.</summary>
    public static IEnumerable<Service> Of(IReadOnlyList<string> documents) =>
        ServiceReference.Services.Where(service => documents.Any(document => Reaches(document, service.Prefix)));

    private static bool Covers(string pattern, string prefix)
    {
        var colon = pattern.IndexOf(':', StringComparison.Ordinal);
        return pattern == "*" || (colon > 0 && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.AsSpan(0, colon), prefix));
    }
}
