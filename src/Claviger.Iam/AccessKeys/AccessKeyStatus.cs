namespace Claviger.Iam;

/// <summary>The words for whether an access key may sign.</summary>
internal static class AccessKeyStatus
{
    public const string Active = "Active";
    public const string Inactive = "Inactive";

    /// <summary>The word for a key's state.</summary>
    public static string Of(bool isActive) => isActive ? Active : Inactive;
}
