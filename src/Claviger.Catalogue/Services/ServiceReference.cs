using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Claviger.Catalogue;

/// <summary>AWS's service authorization reference: every service's actions, kinds of resources and condition keys.</summary>
public static class ServiceReference
{
    private static readonly Lazy<ServiceFile> File = new(() => new ServiceFile(BlockFile.Embedded(ServiceFile.FileName)));

    // One form has a placeholder for the service of whatever was backed up; it is listed under the service itself.
    private const string AnyService = "?*";

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

    /// <summary>The kinds of resources whose ARNs have <paramref name="arnService"/> in their service segment, whichever service defines them.</summary>
    public static IEnumerable<ResourceType> ResourceTypesOf(string arnService) =>
        SortedNames.TryFind(File.Value.ArnServices.AsSpan(), static s => s.Name, arnService, out var found)
            ? found.Services.SelectMany(s => s.ResourceTypes).Where(t => t.Form.Service == found.Name || t.Form.Service == AnyService)
            : [];

    /// <summary>Whether ARNs have <paramref name="name"/> in their service segment, or actions have it as their prefix.</summary>
    public static bool IsArnService(string name) =>
        SortedNames.TryFind(File.Value.ArnServices.AsSpan(), static s => s.Name, name, out _) || TryFind(name, out _);

    /// <summary>
    /// Whether AWS's managed policies name this action, resource or condition key though the reference doesn't have it: it is retired, not for
    /// customers, or a slip of AWS's.
    /// </summary>
    public static bool IsUndocumented(string name) =>
        SortedNames.TryFind(File.Value.UndocumentedNames.AsSpan(), static n => n, name, out _);

    /// <summary>Finds a global condition key, without regard to case.</summary>
    public static bool TryFindGlobalConditionKey(ReadOnlySpan<char> key, [NotNullWhen(true)] out ConditionKey? conditionKey) =>
        SortedNames.TryFindKey(GlobalConditionKeys.AsSpan(), key, out conditionKey);
}
