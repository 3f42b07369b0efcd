using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>One thing that must be allowed before an operation runs: an action on a resource, with the context keys that AWS gives it.</summary>
public sealed class Target
{
    private readonly List<KeyValuePair<ContextKey, ContextValue>> _keys = [];

    internal Target(string action, string resource, AccountId? account)
    {
        Action = action;
        Resource = resource;
        Account = account;
    }

    /// <summary>The action, such as <c>iam:CreateUser</c>.</summary>
    public string Action { get; }

    /// <summary>The ARN that policies are matched with, or <c>*</c>.</summary>
    public string Resource { get; }

    /// <summary>The account that owns the resource.</summary>
    public AccountId? Account { get; }

    /// <summary>What a denial prints in place of the ARN (<c>user bob</c>); null: the ARN.</summary>
    public string? Label { get; private set; }

    /// <summary>Whether the action has no resource-level permissions.</summary>
    public bool IsWildcardOnly { get; private set; }

    /// <summary>The policy attached to the resource, with its kind.</summary>
    public PolicySet? ResourcePolicy { get; private set; }

    /// <summary>Whether the resource's policy must name the caller or its account for anything to be granted (roles, keys).</summary>
    public bool NeedsExplicitTrust { get; private set; }

    /// <summary>What AWS has fixed for the action beside all policies.</summary>
    public StandingRule Standing { get; private set; }

    internal IReadOnlyList<KeyValuePair<ContextKey, ContextValue>> Keys => _keys;

    internal IContextSource? Source { get; private set; }

    internal TagSet? ResourceTags { get; private set; }

    internal TagSet? RequestTags { get; private set; }

    internal IReadOnlyList<string>? TagKeys { get; private set; }

    /// <summary>Sets what a denial prints for the resource.</summary>
    public Target Named(string label)
    {
        Label = label;
        return this;
    }

    /// <summary>Gives a context key of the operation its value.</summary>
    public Target With(ContextKey key, ContextValue value)
    {
        _keys.Add(new(key, value));
        return this;
    }

    /// <summary>Gives a context key another value than the one it was given.</summary>
    public Target Replace(ContextKey key, ContextValue value)
    {
        _keys.RemoveAll(known => ReferenceEquals(known.Key, key));
        return With(key, value);
    }

    /// <summary>Has what no other call has said of the target told by a source, which is asked for what policies ask for and nothing else.</summary>
    public Target From(IContextSource source)
    {
        Source = source;
        return this;
    }

    /// <summary>Puts the resource's tags in the context as <c>aws:ResourceTag/…</c> and the service's own <c>…:ResourceTag/…</c>.</summary>
    public Target WithResourceTags(TagSet? tags)
    {
        ResourceTags = tags;
        return this;
    }

    /// <summary>Puts the tags of the request in the context as <c>aws:RequestTag/…</c> and <c>aws:TagKeys</c>.</summary>
    public Target WithRequestTags(TagSet tags)
    {
        RequestTags = tags;
        TagKeys = [.. tags.Select(tag => tag.Key)];
        return this;
    }

    /// <summary>Puts the tag keys of the request (of an Untag… call) in the context as <c>aws:TagKeys</c>.</summary>
    public Target WithTagKeys(IReadOnlyList<string> tagKeys)
    {
        TagKeys = tagKeys;
        return this;
    }

    /// <summary>Sets the policy of the resource itself.</summary>
    /// <param name="policy">The compiled policy.</param>
    /// <param name="explicitTrust">Whether nothing is granted without it (role trust policies).</param>
    public Target WithResourcePolicy(PolicySet policy, bool explicitTrust)
    {
        ResourcePolicy = policy;
        NeedsExplicitTrust = explicitTrust;
        return this;
    }

    /// <summary>Sets what AWS has fixed for the action beside all policies.</summary>
    public Target Under(StandingRule rule)
    {
        Standing = rule;
        return this;
    }

    internal Target WildcardOnly()
    {
        IsWildcardOnly = true;
        return this;
    }

    internal ContextValue Get(ContextKey key)
    {
        foreach (var (known, value) in _keys)
        {
            if (ReferenceEquals(known, key))
            {
                return value;
            }
        }

        return Source?.Get(key) ?? ContextValue.Missing;
    }
}
