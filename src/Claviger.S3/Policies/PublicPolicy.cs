using System.Net;
using System.Text.Json;

namespace Claviger.S3;

/// <summary>Whether a bucket's policy lets in the public: some Allow is for everybody, and no condition holds it to what is fixed.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, "The meaning of public".</remarks>
internal static class PublicPolicy
{
    // What is not a Deny, a negation, an "if it is there" or a "for all of none" holds a statement to the values that it names.
    private static readonly HashSet<string> Holding = new(StringComparer.OrdinalIgnoreCase)
    {
        "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress", "Bool",
        "ForAnyValue:StringEquals", "ForAnyValue:StringEqualsIgnoreCase", "ForAnyValue:StringLike", "ForAnyValue:ArnEquals", "ForAnyValue:ArnLike",
    };

    private static readonly HashSet<string> Fixing = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceAccount", "aws:SourceOwner", "aws:userid", "aws:PrincipalOrgID",
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgPaths", "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
    };

    /// <summary>Whether a policy is public. One that can't be read counts as public.</summary>
    public static bool IsPublic(string policy)
    {
        try
        {
            using var document = JsonDocument.Parse(policy);
            return document.RootElement.TryGetProperty("Statement", out var statements) && Items(statements).Exists(IsPublic);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool IsPublic(JsonElement statement) =>
        statement.TryGetProperty("Effect", out var effect) && effect.ValueEquals("Allow") && IsForAll(statement) && !IsHeld(statement);

    private static bool IsForAll(JsonElement statement)
    {
        if (!statement.TryGetProperty("Principal", out var principal))
        {
            return true;
        }

        return principal.ValueKind == JsonValueKind.String
            ? principal.ValueEquals("*")
            : principal.EnumerateObject().Any(static type => Items(type.Value).Exists(static value => value.ValueEquals("*")));
    }

    private static bool IsHeld(JsonElement statement) =>
        statement.TryGetProperty("Condition", out var condition)
        && condition.EnumerateObject().Any(static @operator =>
            Holding.Contains(@operator.Name) && @operator.Value.EnumerateObject().Any(key => IsFixed(@operator.Name, key)));

    private static bool IsFixed(string @operator, JsonProperty key)
    {
        var values = Items(key.Value).Select(static value => value.ToString()).ToArray();
        if (values.Length == 0)
        {
            return false;
        }

        if (key.Name.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase))
        {
            return @operator.Equals("IpAddress", StringComparison.OrdinalIgnoreCase) && Array.TrueForAll(values, IsNarrow);
        }

        if (key.Name.Equals("aws:PrincipalIsAWSService", StringComparison.OrdinalIgnoreCase))
        {
            return Array.TrueForAll(values, static value => value.Equals("true", StringComparison.OrdinalIgnoreCase));
        }

        return Fixing.Contains(key.Name) && Array.TrueForAll(values, value => IsFixedText(key.Name, value));
    }

    private static bool IsFixedText(string key, string value)
    {
        if (value.Contains("${", StringComparison.Ordinal))
        {
            return false;
        }

        // AWS: the account of an ARN, and the role of a session's id, are enough.
        if (key.EndsWith("Arn", StringComparison.OrdinalIgnoreCase))
        {
            var parts = value.Split(':');
            return parts.Length > 5 && parts[4].Length > 0 && !parts[4].AsSpan().ContainsAny('*', '?');
        }

        var fixedPart = key.Equals("aws:userid", StringComparison.OrdinalIgnoreCase) && value.EndsWith(":*", StringComparison.Ordinal) ? value[..^2] : value;
        return fixedPart.Length > 0 && !fixedPart.AsSpan().ContainsAny('*', '?');
    }

    // AWS: an eighth of the old addresses, or a thirty-second part of the new ones by their bits, is everybody.
    private static bool IsNarrow(string network)
    {
        var parts = network.Split('/');
        if (!IPAddress.TryParse(parts[0], out var address))
        {
            return false;
        }

        var isV4 = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        return parts.Length == 1 || (int.TryParse(parts[1], out var bits) && bits >= (isV4 ? 8 : 32));
    }

    private static List<JsonElement> Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];
}
