using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Claviger.Catalogue;

/// <summary>The policies that AWS manages, by name and ARN.</summary>
public static class ManagedPolicies
{
    private static readonly Lazy<ImmutableArray<ManagedPolicy>> Index =
        new(() => new ManagedPolicyFile(BlockFile.Embedded(ManagedPolicyFile.FileName)).ReadIndex());

    /// <summary>How many there are.</summary>
    public static int Count => Index.Value.Length;

    /// <summary>All of them, ordered by name (ordinal). Documents stay compressed.</summary>
    public static ImmutableArray<ManagedPolicy> All => Index.Value;

    /// <summary>Finds a policy by its ARN, which is compared exactly.</summary>
    public static bool TryFind(string arn, [NotNullWhen(true)] out ManagedPolicy? policy)
    {
        if (TryFindByName(arn.AsSpan(arn.LastIndexOf('/') + 1), out policy) && policy.Arn == arn)
        {
            return true;
        }

        policy = null;
        return false;
    }

    /// <summary>Finds a policy by its name, which is compared exactly.</summary>
    public static bool TryFindByName(ReadOnlySpan<char> name, [NotNullWhen(true)] out ManagedPolicy? policy)
    {
        var index = Search(name);
        policy = index >= 0 ? All[index] : null;
        return policy is not null;
    }

    /// <summary>The policies whose names come after <paramref name="name"/>, ordered by name: the next page of a listing.</summary>
    /// <param name="name">Need not be the name of a policy; empty for all.</param>
    public static ReadOnlyMemory<ManagedPolicy> After(ReadOnlySpan<char> name)
    {
        var index = Search(name);
        return All.AsMemory()[(index >= 0 ? index + 1 : ~index)..];
    }

    // The index of the name, or the complement of where it would stand.
    private static int Search(ReadOnlySpan<char> name)
    {
        var (low, high) = (0, All.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = All[middle].Name.AsSpan().SequenceCompareTo(name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
