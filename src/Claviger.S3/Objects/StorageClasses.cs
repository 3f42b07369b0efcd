using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The storage classes that are taken: those from which AWS answers at once, and which differ in price alone. They are kept and told.</summary>
internal static class StorageClasses
{
    public const string Standard = "STANDARD";

    private static readonly HashSet<string> Taken =
        [Standard, "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR"];

    /// <exception cref="AwsError">InvalidStorageClass.</exception>
    public static string Demand(string? asked) =>
        asked is null ? Standard : Taken.Contains(asked) ? asked : throw S3Error.InvalidStorageClass();

    /// <summary>What the header of an answer says.</summary>
    // AWS: the class that all objects have is left out of headers.
    public static string? InHeader(string storageClass) => storageClass == Standard ? null : storageClass;
}
