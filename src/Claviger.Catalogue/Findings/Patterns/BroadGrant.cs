namespace Claviger.Catalogue;

/// <summary>How an Allow statement grants an action: named or by wildcard, on which resources.</summary>
internal enum BroadGrant
{
    /// <summary>Not at all, or on resources that are named.</summary>
    None,

    /// <summary>The action, on all resources but some.</summary>
    ActionNotResource,

    /// <summary>A wildcard that matches the action, on all resources but some.</summary>
    StarActionNotResource,

    /// <summary>All actions but others, on all resources but some.</summary>
    NotActionNotResource,

    /// <summary>The action, on resources by wildcard.</summary>
    ActionStarResource,

    /// <summary>A wildcard that matches the action, on resources by wildcard.</summary>
    StarActionStarResource,

    /// <summary>All actions but others, on resources by wildcard.</summary>
    NotActionStarResource,
}
