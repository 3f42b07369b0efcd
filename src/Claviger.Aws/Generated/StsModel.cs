#nullable enable

namespace Claviger.Aws;

/// <summary>AWS Security Token Service.</summary>
public static class StsModel
{
    /// <summary>The service.</summary>
    public static ServiceModel Service { get; } = new(
        "sts", "sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", QueryProtocol.Instance, Find, All);

    private static OperationModel? Find(ReadOnlySpan<char> operationName) => null;

    private static IReadOnlyList<OperationModel> All() => [];
}
