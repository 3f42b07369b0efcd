using System.Globalization;

namespace Claviger.Catalogue;

/// <summary>One published version of an AWS managed policy.</summary>
public sealed class ManagedPolicyVersion
{
    private readonly ManagedPolicy _policy;
    private readonly int _number;

    internal ManagedPolicyVersion(ManagedPolicy policy, int number, DateTimeOffset createDate)
    {
        _policy = policy;
        _number = number;
        CreateDate = createDate;
        VersionId = IdOf(number);
    }

    /// <summary>The id, such as <c>v3</c>.</summary>
    public string VersionId { get; }

    /// <summary>When it was published; for old versions whose date the sources don't have, that of the version before.</summary>
    public DateTimeOffset CreateDate { get; }

    /// <summary>Whether this is the version in force.</summary>
    public bool IsDefaultVersion => VersionId == _policy.DefaultVersionId;

    /// <summary>The text of this version: compact JSON.</summary>
    public string ReadDocument() => _policy.ReadDocument(_number);

    internal static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"v{number}");
}
