using System.Globalization;
using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.Ec2;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>What the launch wizard's form says: as a request, and as a command.</summary>
public sealed class LaunchForm(IFormCollection form)
{
    /// <summary>The fields of the first step, which the review carries on.</summary>
    internal static readonly IReadOnlyList<string> Fields =
    [
        "name", "tag-key", "tag-value", "image", "type", "profile", "key-pair", "count", "http-tokens", "http-endpoint", "hop-limit", "metadata-tags", "user-data",
        "behavior", "termination", "stop",
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the instances are called.</summary>
    public string? Name => Text("name");

    /// <summary>The image's id.</summary>
    public string? Image => Text("image");

    /// <summary>The instance type.</summary>
    public string? Type => Text("type");

    /// <summary>The name of the instance profile.</summary>
    public string? Profile => Text("profile");

    /// <summary>The name of the key pair.</summary>
    public string? KeyPair => Text("key-pair");

    /// <summary>How many, as typed.</summary>
    public string CountText => Text("count") ?? "1";

    /// <summary>Whether the metadata service asks for tokens.</summary>
    public string Tokens => Text("http-tokens") ?? "required";

    /// <summary>Whether it answers.</summary>
    public string Endpoint => Text("http-endpoint") ?? "enabled";

    /// <summary>How many hops its answers to token requests go.</summary>
    // AWS: the console's launches begin with two, so that containers reach the service.
    public int HopLimit => int.TryParse(Text("hop-limit"), CultureInfo.InvariantCulture, out var limit) ? limit : 2;

    /// <summary>Whether it tells of tags.</summary>
    public string MetadataTags => Text("metadata-tags") ?? "disabled";

    /// <summary>User data, with the line ends of the instance.</summary>
    public string UserData => form["user-data"].ToString().ReplaceLineEndings("\n");

    /// <summary>What the instance's own shutdown does.</summary>
    public string Behavior => Text("behavior") ?? "stop";

    /// <summary>Whether terminate is refused.</summary>
    public bool IsTerminationProtected => Text("termination") is not null;

    /// <summary>Whether stop is refused.</summary>
    public bool IsStopProtected => Text("stop") is not null;

    /// <summary>The tags beside the name.</summary>
    public IReadOnlyList<Claviger.Aws.Shapes.Iam.TagShape> MoreTags => TagFields.Read(form);

    /// <summary>All tags.</summary>
    public IReadOnlyList<TagShape> Tags =>
    [
        .. Name is { } name ? [new TagShape { Key = "Name", Value = name }] : Array.Empty<TagShape>(),
        .. MoreTags.Select(static tag => new TagShape { Key = tag.Key, Value = tag.Value }),
    ];

    /// <summary>What the form says, for the fields of the next one.</summary>
    public IEnumerable<(string Name, string Value)> Carried => Fields.SelectMany(name => form[name].Select(value => (name, value ?? "")));

    /// <summary>What is missing; null if nothing is.</summary>
    public string? Problem => this switch
    {
        { Image: null } => "Choose an image.",
        { Type: null } => "Choose an instance type.",
        _ when !int.TryParse(CountText, CultureInfo.InvariantCulture, out var count) || count < 1 => "The number of instances is 1 or more.",
        _ when MoreTags.Any(static tag => tag.Key == "Name") && Name is not null => "The name stands twice: as the name, and as a tag.",
        _ => null,
    };

    /// <summary>The request.</summary>
    /// <param name="token">Launches once, however often the form is sent.</param>
    public RunInstancesRequest Request(string? token)
    {
        var count = int.TryParse(CountText, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new RunInstancesRequest
        {
            ImageId = Image,
            InstanceType = Type,
            MinCount = count,
            MaxCount = count,
            KeyName = KeyPair,
            IamInstanceProfile = Profile is null ? null : new IamInstanceProfileSpecificationShape { Name = Profile },
            MetadataOptions = new InstanceMetadataOptionsRequestShape
            {
                HttpTokens = Tokens, HttpEndpoint = Endpoint, HttpPutResponseHopLimit = HopLimit, InstanceMetadataTags = MetadataTags,
            },
            TagSpecifications = Tags is { Count: > 0 } tags
                ? [new TagSpecificationShape { ResourceType = "instance", Tags = tags }, new TagSpecificationShape { ResourceType = "volume", Tags = tags }]
                : null,
            UserData = UserData.Length == 0 ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(UserData)),
            InstanceInitiatedShutdownBehavior = Behavior,
            DisableApiTermination = IsTerminationProtected,
            DisableApiStop = IsStopProtected,
            ClientToken = token,
        };
    }

    /// <summary>The launch as a command.</summary>
    public string Command(string region)
    {
        List<string?> words =
        [
            "--image-id", Image, "--instance-type", Type, "--count", CountText,
            "--metadata-options", $"HttpTokens={Tokens},HttpEndpoint={Endpoint},HttpPutResponseHopLimit={HopLimit},InstanceMetadataTags={MetadataTags}",
        ];
        if (Profile is not null)
        {
            words.AddRange(["--iam-instance-profile", $"Name={Profile}"]);
        }

        if (KeyPair is not null)
        {
            words.AddRange(["--key-name", KeyPair]);
        }

        if (Tags is { Count: > 0 } tags)
        {
            var list = JsonSerializer.Serialize(tags.Select(static tag => new { tag.Key, tag.Value }), Plain);
            words.AddRange(["--tag-specifications", $$"""[{"ResourceType":"instance","Tags":{{list}}},{"ResourceType":"volume","Tags":{{list}}}]"""]);
        }

        if (UserData.Length > 0)
        {
            words.AddRange(["--user-data", "file://user-data"]);
        }

        if (Behavior != "stop")
        {
            words.AddRange(["--instance-initiated-shutdown-behavior", Behavior]);
        }

        words.AddRange(IsTerminationProtected ? ["--disable-api-termination"] : []);
        words.AddRange(IsStopProtected ? ["--disable-api-stop"] : []);
        return Ec2Links.Command(region, "run-instances", [.. words]);
    }

    private string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
