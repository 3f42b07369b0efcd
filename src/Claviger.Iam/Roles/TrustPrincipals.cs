using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>The principals of a trust policy: kept as unique ids, so that one deleted and made again inherits nothing; shown as ARNs.</summary>
internal static class TrustPrincipals
{
    /// <summary>The document with the ARNs of users and roles replaced by their unique ids.</summary>
    /// <exception cref="AwsError">A principal of an account that is served here doesn't exist.</exception>
    public static string Resolved(string document, ReadTransaction state) => PolicyPrincipals.Resolved(
        document, state, static value => AwsError.MalformedPolicyDocument($"Invalid principal in policy: \"AWS\":\"{value}\""));

    /// <summary>The document with unique ids replaced by the ARNs of those who have them; the ids of those who are gone stay.</summary>
    public static string Shown(string document, ReadTransaction state) => PolicyPrincipals.Shown(document, state);
}
