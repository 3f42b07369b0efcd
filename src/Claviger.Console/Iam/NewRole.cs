using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>The role that the form for new roles describes.</summary>
internal sealed record NewRole(IFormCollection Form)
{
    /// <summary>The services that the form offers, EC2 first.</summary>
    public static readonly IReadOnlyList<(string Principal, string Name, string Says)> Services =
    [
        ("ec2.amazonaws.com", "EC2", "Instances call AWS services on your behalf. An instance profile of the role's name is made with it."),
        ("lambda.amazonaws.com", "Lambda", "Functions call AWS services on your behalf."),
        ("ecs-tasks.amazonaws.com", "Elastic Container Service", "Tasks call AWS services on your behalf."),
        ("s3.amazonaws.com", "S3", "S3 acts on your behalf."),
        ("cloudformation.amazonaws.com", "CloudFormation", "Stacks make and change resources on your behalf."),
    ];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Name => Form["name"].ToString().Trim();

    public string Kind => Form["kind"].ToString() is { Length: > 0 } kind ? kind : "service";

    public string Service => Form["service"].ToString() is { Length: > 0 } service ? service : "ec2.amazonaws.com";

    public bool IsForInstances => Kind == "service" && Service == "ec2.amazonaws.com";

    /// <summary>The trust policy.</summary>
    public string TrustPolicy => Kind switch
    {
        "service" => Document("Service", Service, null),
        "account" => Document("AWS", $"arn:aws:iam::{Form["account"].ToString().Trim()}:root", Conditions()),
        _ => Form["document"].ToString(),
    };

    private JsonObject? Conditions()
    {
        var conditions = new JsonObject();
        if (Form["external-id"].ToString().Trim() is { Length: > 0 } id)
        {
            conditions["StringEquals"] = new JsonObject { ["sts:ExternalId"] = id };
        }

        if (Form["mfa"].Count > 0)
        {
            conditions["Bool"] = new JsonObject { ["aws:MultiFactorAuthPresent"] = "true" };
        }

        return conditions.Count > 0 ? conditions : null;
    }

    private static string Document(string kind, string principal, JsonObject? conditions)
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow", ["Principal"] = new JsonObject { [kind] = principal }, ["Action"] = "sts:AssumeRole",
        };
        if (conditions is not null)
        {
            statement["Condition"] = conditions;
        }

        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) }.ToJsonString(Indented);
    }
}
