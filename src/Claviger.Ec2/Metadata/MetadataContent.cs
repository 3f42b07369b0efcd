using System.Text;
using Claviger.Pipeline;
using Microsoft.Extensions.Logging;

namespace Claviger.Ec2;

/// <summary>What the metadata service answers an instance under each path.</summary>
public sealed class MetadataContent
{
    private const string Plain = "text/plain";
    private const string Binary = "application/octet-stream";
    private const string Root = "dynamic\nmeta-data";
    private const string Credentials = "iam/security-credentials";
    private const string Identity = "dynamic/instance-identity";

    private readonly RoleCredentials _credentials;
    private readonly IdentitySigner _signer;
    private readonly TimeProvider _time;

    /// <summary>Content over the calls that get a role's credentials.</summary>
    public MetadataContent(Calls calls, IdentitySigner signer, TimeProvider time, ILoggerFactory log)
    {
        _credentials = new RoleCredentials(calls, time, log.CreateLogger<RoleCredentials>());
        _signer = signer;
        _time = time;
    }

    /// <summary>What is at a path below a version; null where there is nothing.</summary>
    internal async ValueTask<(ReadOnlyMemory<byte> Bytes, string Type)?> FindAsync(InstanceFacts facts, string path, RoleDelivery delivery)
    {
        var trimmed = path.TrimEnd('/');
        if (trimmed == "user-data")
        {
            return facts.UserData.IsEmpty ? null : (facts.UserData, Binary);
        }

        var text = trimmed switch
        {
            "" => facts.UserData.IsEmpty ? Root : $"{Root}\nuser-data",
            "meta-data" => await MetadataAsync(facts, "", delivery),
            _ when trimmed.StartsWith("meta-data/", StringComparison.Ordinal) => await MetadataAsync(facts, trimmed["meta-data/".Length..], delivery),
            _ => Dynamic(facts, trimmed),
        };
        return text is null ? null : (Encoding.UTF8.GetBytes(text), Plain);
    }

    private string? Dynamic(InstanceFacts facts, string path) => path switch
    {
        "dynamic" => "instance-identity/",
        Identity => "document\npkcs7\nrsa2048\nsignature",
        $"{Identity}/document" => IdentityDocument.Of(facts),
        $"{Identity}/signature" => _signer.Signature(IdentityDocument.Of(facts)),
        $"{Identity}/pkcs7" or $"{Identity}/rsa2048" => _signer.Message(IdentityDocument.Of(facts)),
        _ => null,
    };

    private async ValueTask<string?> MetadataAsync(InstanceFacts facts, string path, RoleDelivery delivery)
    {
        var tree = MetadataTree.Of(facts);
        if (facts.Profile is { } profile)
        {
            tree.Add("iam/info", MetadataJson.Write(
                ("Code", "Success"), ("LastUpdated", MetadataJson.Time(_time.GetUtcNow())), ("InstanceProfileArn", profile.Arn), ("InstanceProfileId", profile.Id)));
            if (profile.RoleName is { } role)
            {
                if (path == $"{Credentials}/{role}")
                {
                    return await _credentials.DocumentAsync(facts, profile, delivery);
                }

                tree.Add($"{Credentials}/{role}", "");
            }
        }

        return tree.Find(path);
    }
}
