using Claviger.Aws;

namespace Claviger.Iam;

/// <summary>The words for whether a credential may be used.</summary>
internal static class CredentialStatus
{
    public const string Active = "Active";
    public const string Inactive = "Inactive";

    /// <summary>The word for a credential's state.</summary>
    public static string Of(bool isActive) => isActive ? Active : Inactive;

    /// <summary>Refuses a status that can't be set.</summary>
    /// <exception cref="AwsError">InvalidInput.</exception>
    public static void Demand(string status)
    {
        // AWS: a credential can be found expired, but not be made so.
        if (status is not (Active or Inactive))
        {
            throw AwsError.InvalidInput($"The status can't be set to {status}.");
        }
    }
}
