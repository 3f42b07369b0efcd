namespace Claviger.Catalogue;

/// <summary>What is known about a condition key by its name alone.</summary>
internal static class ConditionKeys
{
    public const string GlobalPrefix = "aws";

    /// <summary>The text before the first colon; empty if there is none.</summary>
    public static string PrefixOf(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : key[..colon];
    }

    /// <summary>Finds a key among the global ones, else among those of the service that its prefix names.</summary>
    public static ConditionKey? Find(string key)
    {
        if (ServiceReference.TryFindGlobalConditionKey(key, out var global))
        {
            return global;
        }

        // Keys of web identities and SAML are listed under the service that reads them.
        var service = ServiceReference.TryFind(PrefixOf(key), out var named) ? named : FederationService();
        return service is not null && service.TryFindConditionKey(key, out var found) ? found : null;
    }

    private static Service? FederationService() => ServiceReference.TryFind("sts", out var sts) ? sts : null;
}
