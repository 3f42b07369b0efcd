using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Catalogue;

/// <summary>A policy that AWS publishes and maintains, the same in every account.</summary>
/// <remarks>Only facts are held: what describes the policy stays in memory, a document is decompressed when asked for.</remarks>
public sealed class ManagedPolicy
{
    // AWS: ids of its own policies begin with the encoded id of the account that holds them.
    private const string IdPrefix = "ANPAZKAPJZG4";
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 21;

    private readonly ManagedPolicyRecord _record;
    private readonly ManagedPolicyFile _file;

    internal ManagedPolicy(ManagedPolicyRecord record, ManagedPolicyFile file)
    {
        _record = record;
        _file = file;
        Arn = $"arn:aws:iam::aws:policy{record.Path}{record.Name}";
        DefaultVersionId = ManagedPolicyVersion.IdOf(record.DefaultVersion);
    }

    /// <summary>The name, such as <c>AmazonS3FullAccess</c>.</summary>
    public string Name => _record.Name;

    /// <summary>The path: <c>/</c>, <c>/service-role/</c>, <c>/aws-service-role/</c>, <c>/job-function/</c> or <c>/root-task/</c>.</summary>
    public string Path => _record.Path;

    /// <summary>The ARN: <c>arn:aws:iam::aws:policy</c>, the path and the name.</summary>
    public string Arn { get; }

    /// <summary>The unique id. The sources don't carry AWS's: it is derived from the ARN, in AWS's form, and never changes.</summary>
    public string PolicyId => DerivePolicyId(Arn);

    /// <summary>When the policy was first published.</summary>
    public DateTimeOffset CreateDate => _record.CreateDate;

    /// <summary>When its default version was published.</summary>
    public DateTimeOffset UpdateDate => _record.UpdateDate;

    /// <summary>The version in force, such as <c>v3</c>.</summary>
    public string DefaultVersionId { get; }

    /// <summary>Whether only service-linked roles may have it: IAM refuses to attach it to anything else (PolicyNotAttachable).</summary>
    public bool IsForServiceLinkedRoles => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);

    /// <summary>The versions that are known, the newest first; the default one is always among them.</summary>
    public ImmutableArray<ManagedPolicyVersion> Versions => _file.ReadVersions(this, _record);

    /// <summary>The text of the default version: compact JSON, AWS's order of elements.</summary>
    public string ReadDocument() => _file.ReadDocument(_record);

    /// <summary>Finds a version by its id, such as <c>v3</c>.</summary>
    public bool TryFindVersion(string versionId, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ManagedPolicyVersion? version)
    {
        version = Versions.FirstOrDefault(v => v.VersionId == versionId);
        return version is not null;
    }

    internal string ReadDocument(int version) => _file.ReadDocument(_record, version);

    private static string DerivePolicyId(string arn)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(arn), hash);
        Span<char> id = stackalloc char[IdLength];
        IdPrefix.CopyTo(id);
        for (var i = IdPrefix.Length; i < IdLength; i++)
        {
            id[i] = IdAlphabet[hash[i] % IdAlphabet.Length];
        }

        return new string(id);
    }
}
