using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Claviger.Catalogue;

/// <summary>AWS's service authorization reference: every service's actions, kinds of resources and condition keys.</summary>
public static class ServiceReference
{
    private static readonly Lazy<ServiceFile> File = new(() => new ServiceFile(BlockFile.Embedded(ServiceFile.FileName)));

    /// <summary>All services, ordered by prefix.</summary>
    public static ImmutableArray<Service> Services => File.Value.Services;

    /// <summary>The keys that are not one service's, ordered by name: <c>aws:…</c>, and those that come with a session.</summary>
    public static ImmutableArray<ConditionKey> GlobalConditionKeys => File.Value.GlobalConditionKeys;

    /// <summary>Finds a service by the prefix of its actions, without regard to case.</summary>
    public static bool TryFind(ReadOnlySpan<char> prefix, [NotNullWhen(true)] out Service? service) =>
        SortedNames.TryFind(Services.AsSpan(), static s => s.Prefix, prefix, out service);

    /// <summary>Finds an action by its full name (<c>iam:CreateUser</c>), without regard to case.</summary>
    public static bool TryFindAction(ReadOnlySpan<char> action, [NotNullWhen(true)] out ServiceAction? found)
    {
        var colon = action.IndexOf(':');
        found = null;
        return colon > 0 && TryFind(action[..colon], out var service) && service.TryFindAction(action[(colon + 1)..], out found);
    }

    /// <summary>Finds a global condition key, without regard to case.</summary>
    public static bool TryFindGlobalConditionKey(ReadOnlySpan<char> key, [NotNullWhen(true)] out ConditionKey? conditionKey) =>
        SortedNames.TryFindKey(GlobalConditionKeys.AsSpan(), key, out conditionKey);
}
