using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Claviger.Aws;
using Claviger.Catalogue;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Bucket policies on their way into a bucket.</summary>
internal static class BucketPolicyDocument
{
    private const int Longest = 20 * 1024;
    private const string InvalidPrincipal = "Invalid principal in policy";

    /// <summary>The document as it is kept.</summary>
    /// <exception cref="AwsError">MalformedPolicy: it is no policy of this bucket, or names who doesn't exist.</exception>
    public static string Accept(string document, string bucket, ReadTransaction state)
    {
        if (Encoding.UTF8.GetByteCount(document) > Longest)
        {
            throw S3Error.MalformedPolicy($"Normalized policy document exceeds the maximum allowed size of {Longest} bytes.");
        }

        if (Parse(document) is not { } root)
        {
            throw S3Error.MalformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        }

        DemandPrincipals(root);
        if (PolicyValidator.Validate(document, PolicyKind.Resource) is { } error)
        {
            // AWS: S3 says no more of principals and resources than that they are wrong.
            throw S3Error.MalformedPolicy(
                error.Message.StartsWith(InvalidPrincipal, StringComparison.Ordinal) ? InvalidPrincipal
                : error.Path.Contains("Resource", StringComparison.Ordinal) ? "Policy has invalid resource"
                : error.Path.Contains("Action", StringComparison.Ordinal) ? "Policy has invalid action"
                : error.Message);
        }

        foreach (var statement in Items(root["Statement"]).OfType<JsonObject>())
        {
            DemandOfBucket(statement, bucket);
        }

        return PolicyPrincipals.Resolved(WithoutCanonicalUsers(document, root, state), state, static _ => S3Error.MalformedPolicy(InvalidPrincipal));
    }

    private static JsonObject? Parse(string document)
    {
        try
        {
            return document.StartsWith('{') ? JsonNode.Parse(document) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void DemandPrincipals(JsonObject root)
    {
        foreach (var statement in Items(root["Statement"]).OfType<JsonObject>())
        {
            if (statement["Principal"] is null && statement["NotPrincipal"] is null)
            {
                throw S3Error.MalformedPolicy("Missing required field Principal");
            }
        }
    }

    private static void DemandOfBucket(JsonObject statement, string bucket)
    {
        var arn = BucketAccess.Arn(bucket);
        var resources = Texts(statement["Resource"] ?? statement["NotResource"]).ToArray();
        if (resources.Length == 0)
        {
            throw S3Error.MalformedPolicy("Missing required field Resource");
        }

        if (statement["Resource"] is not null && Array.Exists(resources, resource => !IsOf(resource, arn)))
        {
            throw S3Error.MalformedPolicy("Policy has invalid resource");
        }

        var actions = Texts(statement["Action"] ?? statement["NotAction"]).ToArray();
        if (Array.Exists(actions, static action => !IsOfS3(action)))
        {
            throw S3Error.MalformedPolicy("Policy has invalid action");
        }

        if (statement["Action"] is not null && statement["Resource"] is not null
            && Array.Exists(actions, action => !Array.Exists(resources, resource => MayApply(action, resource))))
        {
            throw S3Error.MalformedPolicy("Action does not apply to any resource(s) in statement");
        }
    }

    private static bool IsOf(string resource, string arn) =>
        resource == arn || resource.StartsWith(arn + "/", StringComparison.Ordinal) || resource == arn + "*"
        || (resource.StartsWith("arn:aws:s3:::", StringComparison.Ordinal) && resource.AsSpan().ContainsAny('*', '?') && Covers(resource, arn));

    // A pattern of names is a resource of the bucket if it matches the bucket or something in it.
    private static bool Covers(string pattern, string arn)
    {
        var slash = pattern.IndexOf('/', StringComparison.Ordinal);
        var names = slash < 0 ? pattern : pattern[..slash];
        return System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(names, arn, ignoreCase: false);
    }

    private static bool IsOfS3(string action)
    {
        if (action == "*")
        {
            return true;
        }

        return action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)
            && action.Length > 3
            && (action.AsSpan().ContainsAny('*', '?') || ServiceReference.TryFindAction(action, out _));
    }

    // An action on objects alone doesn't apply to a bucket, and the other way round. Patterns may apply to anything.
    private static bool MayApply(string action, string resource)
    {
        if (action.AsSpan().ContainsAny('*', '?') || !ServiceReference.TryFindAction(action, out var known) || known.ResourceTypes.IsEmpty)
        {
            return true;
        }

        var types = known.ResourceTypes.Select(static it => it.ResourceType.Name).ToArray();
        var isOfObjects = resource.Contains('/', StringComparison.Ordinal);
        var isOfBoth = resource.Contains('*', StringComparison.Ordinal) && !isOfObjects;
        return isOfBoth || types.Contains(isOfObjects ? "object" : "bucket") || !types.Any(static type => type is "object" or "bucket");
    }

    // An account by its canonical user id becomes the account by its number, which decisions know.
    private static string WithoutCanonicalUsers(string document, JsonObject root, ReadTransaction state)
    {
        const string type = "CanonicalUser";
        if (!document.Contains(type, StringComparison.Ordinal))
        {
            return document;
        }

        foreach (var statement in Items(root["Statement"]).OfType<JsonObject>())
        {
            if ((statement["Principal"] ?? statement["NotPrincipal"]) is not JsonObject principals || principals[type] is not { } canonical)
            {
                continue;
            }

            var accounts = Texts(canonical).Select(id => Accounts.ByCanonicalUserId(state, id) is { } account
                ? $"arn:aws:iam::{account.Id}:root"
                : throw S3Error.MalformedPolicy(InvalidPrincipal));
            var all = new JsonArray([.. Texts(principals["AWS"]).Concat(accounts).Select(static text => (JsonNode)text)]);
            principals.Remove(type);
            principals["AWS"] = all;
        }

        return root.ToJsonString();
    }

    private static List<JsonNode?> Items(JsonNode? node) => node is JsonArray array ? [.. array] : [node];

    private static IEnumerable<string> Texts(JsonNode? node) => node is null ? [] : Items(node).Select(static item => item!.GetValue<string>());
}
