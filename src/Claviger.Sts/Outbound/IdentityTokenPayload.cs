using System.Globalization;
using System.Text.Json;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>The claims of a token by which others know who a caller is.</summary>
/// <remarks>Source: "Understanding token claims" in AWS's IAM User Guide.</remarks>
internal static class IdentityTokenPayload
{
    // What instances' credentials are delivered with, and what a claim calls it.
    private static readonly (string Key, string Claim)[] OfDelivery =
    [
        ("ec2:SourceInstanceARN", "ec2_source_instance_arn"),
        ("ec2:RoleDelivery", "ec2_role_delivery"),
        ("aws:Ec2InstanceSourceVpc", "ec2_instance_source_vpc"),
        ("aws:Ec2InstanceSourcePrivateIPv4", "ec2_instance_source_private_ipv4"),
    ];

    public static byte[] Write(string issuer, GetWebIdentityTokenRequest request, CallContext call, DateTimeOffset begin, DateTimeOffset end)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("iss"u8, issuer);
            WriteAudience(json, request.Audience);
            json.WriteString("sub"u8, call.Caller.Principal.PrincipalArn);
            json.WriteNumber("iat"u8, begin.ToUnixTimeSeconds());
            json.WriteNumber("exp"u8, end.ToUnixTimeSeconds());
            json.WriteString("jti"u8, call.RequestId);
            json.WriteStartObject("https://sts.amazonaws.com/"u8);
            json.WriteString("aws_account"u8, call.Caller.Account.ToString());
            json.WriteString("source_region"u8, call.Region);
            WriteTags(json, "principal_tags", call.Caller.Tags);
            if (call.Caller.Session?.Document is { } session)
            {
                WriteSession(json, session);
            }

            WriteTags(json, "request_tags", SessionTags.Read(request.Tags));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteAudience(Utf8JsonWriter json, IReadOnlyList<string> audience)
    {
        if (audience.Count == 1)
        {
            json.WriteString("aud"u8, audience[0]);
            return;
        }

        json.WriteStartArray("aud"u8);
        foreach (var one in audience)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }

    private static void WriteSession(Utf8JsonWriter json, SessionDocument session)
    {
        json.WriteString("original_session_exp"u8, session.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (session.FederatedProvider is { } provider)
        {
            json.WriteString("federated_provider"u8, provider);
        }

        if (session.SourceIdentity is { } source)
        {
            json.WriteString("source_identity"u8, source);
        }

        foreach (var (key, claim) in OfDelivery)
        {
            if (session.DeliveryKeys.FirstOrDefault(pair => pair.Key == key).Value is { } value)
            {
                json.WriteString(claim, value);
            }
        }
    }

    private static void WriteTags(Utf8JsonWriter json, string name, TagSet tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var tag in tags)
        {
            json.WriteString(tag.Key, tag.Value);
        }

        json.WriteEndObject();
    }
}
