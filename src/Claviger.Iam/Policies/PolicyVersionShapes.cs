using Claviger.Aws.Shapes.Iam;
using Claviger.Catalogue;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A version of a managed policy as answers show it.</summary>
internal static class PolicyVersionShapes
{
    /// <summary>A version with its document.</summary>
    public static PolicyVersionShape Whole(PolicyVersionRecord version, PolicyRecord policy) => new()
    {
        Document = Documents.Encoded(version.Document),
        VersionId = version.VersionId,
        IsDefaultVersion = version.Number == policy.DefaultVersion,
        CreateDate = version.Created,
    };

    /// <summary>A version without its document, as in lists.</summary>
    public static PolicyVersionShape InList(PolicyVersionRecord version, PolicyRecord policy) => new()
    {
        VersionId = version.VersionId,
        IsDefaultVersion = version.Number == policy.DefaultVersion,
        CreateDate = version.Created,
    };

    /// <summary>A version of one of AWS's own policies.</summary>
    public static PolicyVersionShape Of(ManagedPolicyVersion version, ManagedPolicy policy, bool withDocument) => new()
    {
        Document = withDocument ? Documents.Encoded(version.ReadDocument()) : null,
        VersionId = version.VersionId,
        IsDefaultVersion = version.VersionId == policy.DefaultVersionId,
        CreateDate = version.CreateDate,
    };
}
