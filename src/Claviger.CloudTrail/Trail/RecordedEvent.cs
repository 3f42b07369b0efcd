using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.CloudTrail;
using Claviger.Policy;

namespace Claviger.CloudTrail;

/// <summary>An event of the audit trail, read so far as it is looked up by.</summary>
internal sealed class RecordedEvent
{
    private readonly byte[] _text;
    private readonly JsonElement _json;

    private RecordedEvent(byte[] text, JsonElement json)
    {
        _text = text;
        _json = json;
        Time = json.GetProperty("eventTime").GetDateTimeOffset();
        Id = Text("eventID") ?? "";
    }

    /// <summary>When the call was made.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The event's id.</summary>
    public string Id { get; }

    /// <summary>Whether it is about a resource rather than the data in one, which the event history doesn't hold.</summary>
    public bool IsManagement => _json.TryGetProperty("managementEvent", out var management) && management.ValueKind == JsonValueKind.True;

    private string? UserName
    {
        get
        {
            var identity = _json.GetProperty("userIdentity");
            var arn = TextOf(identity, "arn");
            return TextOf(identity, "type") switch
            {
                "Root" => "root",
                "AssumedRole" or "FederatedUser" => arn?[(arn.LastIndexOf('/') + 1)..],
                _ => TextOf(identity, "userName"),
            };
        }
    }

    private string? AccessKeyId => TextOf(_json.GetProperty("userIdentity"), "accessKeyId");

    private string? ReadOnly => _json.TryGetProperty("readOnly", out var flag) ? flag.ValueKind == JsonValueKind.True ? "true" : "false" : null;

    /// <summary>Reads an event.</summary>
    /// <param name="text">Its JSON.</param>
    /// <param name="account">The account whose events are looked for; null if it is known to be one of them.</param>
    /// <returns>The event; null if it is another account's.</returns>
    public static RecordedEvent? Read(ReadOnlySpan<byte> text, AccountId? account)
    {
        var json = JsonElement.Parse(text);
        return account is null || TextOf(json, "recipientAccountId") == account.ToString() ? new RecordedEvent(text.ToArray(), json) : null;
    }

    /// <summary>Whether an attribute has a value.</summary>
    public bool Has(string key, string value) => key switch
    {
        "EventId" => Id == value,
        "EventName" => Text("eventName") == value,
        "EventSource" => Text("eventSource") == value,
        "ReadOnly" => ReadOnly == value,
        "Username" => UserName == value,
        "AccessKeyId" => AccessKeyId == value,
        "ResourceName" => EventResources.Of(_json).Any(resource => resource.ResourceName == value),
        "ResourceType" => EventResources.Of(_json).Any(resource => resource.ResourceType == value),
        _ => false,
    };

    /// <summary>The event as it is answered.</summary>
    public EventShape ToShape() => new()
    {
        EventId = Id,
        EventName = Text("eventName"),
        ReadOnly = ReadOnly,
        AccessKeyId = AccessKeyId,
        // AWS: the history tells whole seconds; the event itself has all.
        EventTime = DateTimeOffset.FromUnixTimeSeconds(Time.ToUnixTimeSeconds()),
        EventSource = Text("eventSource"),
        Username = UserName,
        Resources = [.. EventResources.Of(_json)],
        CloudTrailEvent = Encoding.UTF8.GetString(_text),
    };

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private string? Text(string name) => TextOf(_json, name);
}
