using System.Text.Json.Nodes;
using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

/// <summary>
/// A case of test/cases/findings: for one check a policy in which it finds something, at which path and in which words, and one that passes.
/// A policy is written as a text, a whole policy (with Version or Statement), or as one or a list of changes to the statement of its kind.
/// </summary>
internal sealed record FindingCase(string Code, PolicyKind Kind, string Finds, string? At, string Says, string Passes)
{
    private const string OnPrincipal = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/key"}""";
    private const string OnResource = """{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/key"}""";
    private const string OnRole = """{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""";
    private const string OfService = """{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::bucket/*"}""";
    private const string OfResources = """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}""";

    public static IEnumerable<FindingCase> ReadAll() => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json")
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
        .Select(entry => Read(entry.Key, entry.Value!.AsObject()));

    private static FindingCase Read(string code, JsonObject node)
    {
        var kind = node["kind"] is { } given ? Enum.Parse<PolicyKind>((string)given!) : PolicyKind.Identity;
        return new FindingCase(
            code, kind, Compose(kind, node["finds"]!), (string?)node["at"], (string?)node["says"] ?? "", Compose(kind, node["passes"]!));
    }

    private static string Compose(PolicyKind kind, JsonNode policy)
    {
        if (policy is JsonValue text)
        {
            return (string)text!;
        }

        if (policy is JsonObject whole && (whole.ContainsKey("Version") || whole.ContainsKey("Statement")))
        {
            return whole.ToJsonString();
        }

        var changes = policy is JsonArray list ? list.Select(c => c!.AsObject()) : [policy.AsObject()];
        var statements = changes.Select(c => (JsonNode)Change(kind, c)).ToArray();
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statements) }.ToJsonString();
    }

    private static JsonObject Change(PolicyKind kind, JsonObject changes)
    {
        var statement = JsonNode.Parse(kind switch
        {
            PolicyKind.Resource => OnResource,
            PolicyKind.Trust => OnRole,
            PolicyKind.ServiceControl => OfService,
            PolicyKind.ResourceControl => OfResources,
            _ => OnPrincipal,
        })!.AsObject();
        foreach (var (name, value) in changes)
        {
            statement.Remove(name);
            if (value is not null)
            {
                statement[name] = value.DeepClone();
            }
        }

        return statement;
    }
}
