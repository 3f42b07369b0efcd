using System.Diagnostics.CodeAnalysis;

namespace Claviger.Catalogue;

/// <summary>Binary search in lists ordered by name without regard to case.</summary>
internal static class SortedNames
{
    public static bool TryFind<T>(ReadOnlySpan<T> items, Func<T, string> name, ReadOnlySpan<char> wanted, [NotNullWhen(true)] out T? found)
        where T : class
    {
        var (low, high) = (0, items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = name(items[middle]).AsSpan().CompareTo(wanted, StringComparison.OrdinalIgnoreCase);
            if (order == 0)
            {
                found = items[middle];
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        found = null;
        return false;
    }

    /// <summary>Finds a condition key by its exact name, else by the longest template that fits.</summary>
    public static bool TryFindKey(ReadOnlySpan<ConditionKey> keys, ReadOnlySpan<char> wanted, [NotNullWhen(true)] out ConditionKey? found)
    {
        if (TryFind(keys, static k => k.Name, wanted, out found))
        {
            return true;
        }

        foreach (var key in keys)
        {
            if (key.IsTemplate && key.Name.Length > (found?.Name.Length ?? 0) && key.Matches(wanted))
            {
                found = key;
            }
        }

        return found is not null;
    }
}
