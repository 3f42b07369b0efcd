using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The account that owns what belongs to the deployment as a whole: the key ring and the facts. It has no users and can't sign in.</summary>
public static class SystemAccount
{
    /// <summary>000000000000, which AWS gives to nobody.</summary>
    public static AccountId Id => default;
}
