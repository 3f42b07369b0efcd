#nullable enable

namespace Claviger.Aws;

/// <summary>AWS Identity and Access Management.</summary>
public static class IamModel
{
    /// <summary>The service.</summary>
    public static ServiceModel Service { get; } = new(
        "iam", "iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/", QueryProtocol.Instance, Find, All);

    private static OperationModel? Find(ReadOnlySpan<char> operationName) => null;

    private static IReadOnlyList<OperationModel> All() => [];
}
