using Claviger.Policy;

namespace Claviger.Sts;

/// <summary>Somebody for whom an identity provider outside of AWS vouches, once what it says was found to be good.</summary>
internal interface IFederatedIdentity
{
    /// <summary>Tags that the provider gives the session.</summary>
    SessionTagClaims Tags { get; }

    /// <summary>Source identity that the provider gives the session; null if it gives none.</summary>
    string? SourceIdentity { get; }

    /// <summary>The condition keys that the provider gives values to.</summary>
    IEnumerable<KeyValuePair<ContextKey, ContextValue>> Keys();
}
