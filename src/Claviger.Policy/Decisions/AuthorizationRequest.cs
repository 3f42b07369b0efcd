namespace Claviger.Policy;

/// <summary>One question: may this principal perform this action on this resource?</summary>
/// <param name="principal">Who asks.</param>
/// <param name="action">The action with its service prefix, as the service spells it: <c>s3:GetObject</c>.</param>
/// <param name="resource">The resource's ARN, or <c>*</c> for an action without resource-level permissions. Wildcards in it are literal.</param>
/// <param name="resourceAccount">The account that owns the resource; null if unknown, which makes the request a cross-account one.</param>
/// <param name="context">The condition keys, read only where a statement asks for them.</param>
/// <param name="wildcardOnly">The action has no resource-level permissions: <paramref name="resource"/> counts as <c>*</c>.</param>
public readonly struct AuthorizationRequest(
    Principal principal, string action, string resource, AccountId? resourceAccount, IContextSource context, bool wildcardOnly = false)
{
    /// <summary>Who asks.</summary>
    public Principal Principal { get; } = principal;

    /// <summary>The action with its service prefix.</summary>
    public string Action { get; } = action;

    /// <summary>The resource's ARN, or <c>*</c>.</summary>
    public string Resource { get; } = wildcardOnly ? "*" : resource;

    /// <summary>The account that owns the resource, if known.</summary>
    public AccountId? ResourceAccount { get; } = resourceAccount;

    /// <summary>Where condition keys are read.</summary>
    public IContextSource Context { get; } = context;

    /// <summary>Whether the action has no resource-level permissions.</summary>
    public bool WildcardOnly { get; } = wildcardOnly;
}
