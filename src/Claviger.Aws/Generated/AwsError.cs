#nullable enable

namespace Claviger.Aws;

public sealed partial class AwsError
{
    /// <summary>404.</summary>
    public static AwsError NoSuchEntity(string message) => new("NoSuchEntity", 404, message);
}
