using System.Text.Json;
using Claviger.Aws.Shapes.CloudTrail;

namespace Claviger.CloudTrail;

/// <summary>The resources that an event is about, told from its request and its answer.</summary>
internal static class EventResources
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["accessKeyId"] = "AWS::IAM::AccessKey",
        ["bucketName"] = "AWS::S3::Bucket",
        ["groupId"] = "AWS::EC2::SecurityGroup",
        ["groupName"] = "AWS::IAM::Group",
        ["instanceId"] = "AWS::EC2::Instance",
        ["instanceProfileName"] = "AWS::IAM::InstanceProfile",
        ["keyName"] = "AWS::EC2::KeyPair",
        ["policyArn"] = "AWS::IAM::Policy",
        ["policyName"] = "AWS::IAM::Policy",
        ["roleArn"] = "AWS::IAM::Role",
        ["roleName"] = "AWS::IAM::Role",
        ["serialNumber"] = "AWS::IAM::MFADevice",
        ["userName"] = "AWS::IAM::User",
    };

    /// <summary>Names and types, each once, those of the request first.</summary>
    public static IEnumerable<ResourceShape> Of(JsonElement recorded) => In(recorded, "requestParameters").Concat(In(recorded, "responseElements"))
        .DistinctBy(static resource => (resource.ResourceType, resource.ResourceName));

    private static IEnumerable<ResourceShape> In(JsonElement recorded, string part) =>
        recorded.TryGetProperty(part, out var value) ? Named(value, 0) : [];

    // An answer has what it made within a member of its own: {"accessKey":{"accessKeyId":…}}.
    private static IEnumerable<ResourceShape> Named(JsonElement json, int depth)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && Types.TryGetValue(member.Name, out var type))
            {
                // IAM calls the unique ids of its own groups by the same name.
                if (member.Name != "groupId" || member.Value.GetString()!.StartsWith("sg-", StringComparison.Ordinal))
                {
                    yield return new ResourceShape { ResourceType = type, ResourceName = member.Value.GetString() };
                }
            }
            else if (depth == 0)
            {
                foreach (var resource in Named(member.Value, 1))
                {
                    yield return resource;
                }
            }
        }
    }
}
