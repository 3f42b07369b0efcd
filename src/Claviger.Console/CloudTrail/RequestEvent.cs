using System.Text.Json;
using Claviger.Aws.Shapes.CloudTrail;

namespace Claviger.Console;

/// <summary>An event of the history, with what its pages show of its text.</summary>
/// <param name="Shape">The event as it was answered.</param>
public sealed record RequestEvent(EventShape Shape)
{
    /// <summary>The error that the call ended with; null if it did what was asked.</summary>
    public string? ErrorCode { get; private init; }

    /// <summary>The error's text.</summary>
    public string? ErrorMessage { get; private init; }

    /// <summary>Where the call came from.</summary>
    public string? SourceAddress { get; private init; }

    /// <summary>The program that made it.</summary>
    public string? UserAgent { get; private init; }

    /// <summary>Who made it.</summary>
    public string? CallerArn { get; private init; }

    /// <summary>The event, laid out to be read.</summary>
    public string Text => PolicyText.Lay(Shape.CloudTrailEvent ?? "");

    /// <summary>Reads an event.</summary>
    public static RequestEvent Of(EventShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        using var json = JsonDocument.Parse(shape.CloudTrailEvent ?? "{}");
        var root = json.RootElement;
        return new RequestEvent(shape)
        {
            ErrorCode = TextOf(root, "errorCode"),
            // A sign-in that failed has a text and no code.
            ErrorMessage = TextOf(root, "errorMessage"),
            SourceAddress = TextOf(root, "sourceIPAddress"),
            UserAgent = TextOf(root, "userAgent"),
            CallerArn = root.TryGetProperty("userIdentity", out var identity) ? TextOf(identity, "arn") : null,
        };
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
