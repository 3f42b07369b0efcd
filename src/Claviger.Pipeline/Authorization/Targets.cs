using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>Everything that one call must be allowed.</summary>
public sealed class Targets(CallContext call)
{
    private readonly List<Target> _targets = new(1);

    /// <summary>How many there are.</summary>
    public int Count => _targets.Count;

    /// <summary>Adds an action on a resource of the caller's own account.</summary>
    /// <param name="action">The action, as AWS spells it: <c>iam:CreateUser</c>.</param>
    /// <param name="resource">The ARN that policies are matched with.</param>
    public Target Add(string action, string resource) => Add(action, resource, call.Caller.Account);

    /// <summary>Adds an action on a resource of an account.</summary>
    public Target Add(string action, string resource, AccountId? account)
    {
        var target = new Target(action, resource, account);
        _targets.Add(target);
        return target;
    }

    /// <summary>Adds an action that has no resource-level permissions.</summary>
    public Target Add(string action) => Add(action, "*").WildcardOnly();

    internal List<Target> AsList() => _targets;
}
