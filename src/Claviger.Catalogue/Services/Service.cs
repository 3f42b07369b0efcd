using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Claviger.Catalogue;

/// <summary>A service as policies know it: actions, kinds of resources and condition keys under one prefix.</summary>
/// <remarks>What lies behind the prefix is read when first asked for, and then kept.</remarks>
public sealed class Service
{
    private readonly Lazy<ServiceContents> _contents;

    internal Service(string prefix, string name, Func<ServiceContents> read)
    {
        Prefix = prefix;
        Name = name;
        _contents = new Lazy<ServiceContents>(read);
    }

    /// <summary>The prefix of its actions: <c>iam</c>.</summary>
    public string Prefix { get; }

    /// <summary>The name that AWS gives it: <c>AWS Identity and Access Management (IAM)</c>.</summary>
    public string Name { get; }

    /// <summary>Its actions, ordered by name without regard to case.</summary>
    public ImmutableArray<ServiceAction> Actions => _contents.Value.Actions;

    /// <summary>Its kinds of resources.</summary>
    public ImmutableArray<ResourceType> ResourceTypes => _contents.Value.ResourceTypes;

    /// <summary>The condition keys that its actions or resources name; among them some of the global ones.</summary>
    public ImmutableArray<ConditionKey> ConditionKeys => _contents.Value.ConditionKeys;

    /// <summary>Finds an action by its name without prefix, without regard to case.</summary>
    public bool TryFindAction(ReadOnlySpan<char> name, [NotNullWhen(true)] out ServiceAction? action) =>
        SortedNames.TryFind(Actions.AsSpan(), static a => a.Name, name, out action);

    /// <summary>Finds a condition key by its full name (<c>iam:PassedToService</c>, <c>aws:ResourceTag/team</c>), without regard to case.</summary>
    public bool TryFindConditionKey(ReadOnlySpan<char> key, [NotNullWhen(true)] out ConditionKey? conditionKey) =>
        SortedNames.TryFindKey(ConditionKeys.AsSpan(), key, out conditionKey);
}
