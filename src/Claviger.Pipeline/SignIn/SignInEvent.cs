using System.Buffers;
using System.Text.Json;

namespace Claviger.Pipeline;

/// <summary>Writes the audit event ConsoleLogin, in CloudTrail's format.</summary>
/// <remarks>Source: "AWS Management Console sign-in events" of AWS's CloudTrail user guide.</remarks>
internal static class SignInEvent
{
    public const string Name = "ConsoleLogin";

    private const string Hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";

    public static ReadOnlyMemory<byte> OfSuccess(CallContext call, Caller caller, string? loginTo, bool usedMfa)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer, call, json => AuditEvent.WriteIdentity(json, caller), caller.AccountText, error: null, loginTo, usedMfa);
        return buffer.WrittenMemory;
    }

    /// <param name="buffer">Where it is written.</param>
    /// <param name="call">The attempt.</param>
    /// <param name="account">The account that it was for; null if there is no such account.</param>
    /// <param name="userName">The user's name; null for the root user, and for a user who does not exist.</param>
    /// <param name="isRoot">Whether a root user was to sign in.</param>
    /// <param name="error">What the event says of the reason.</param>
    /// <param name="loginTo">Where it was to lead.</param>
    /// <param name="usedMfa">Whether it was the code of a second factor that was wrong.</param>
    public static void WriteFailure(
        IBufferWriter<byte> buffer, CallContext call, string? account, string? userName, bool isRoot, string error, string? loginTo, bool usedMfa) =>
        Write(buffer, call, json => WriteClaimed(json, account, userName, isRoot), account, error, loginTo, usedMfa);

    // AWS: a name that no user has may be a password typed into the wrong field, and is not kept.
    private static void WriteClaimed(Utf8JsonWriter json, string? account, string? userName, bool isRoot)
    {
        json.WriteStartObject("userIdentity"u8);
        json.WriteString("type"u8, isRoot ? "Root"u8 : "IAMUser"u8);
        json.WriteString("accountId"u8, account);
        json.WriteString("accessKeyId"u8, ""u8);
        if (!isRoot)
        {
            json.WriteString("userName"u8, userName ?? Hidden);
        }

        json.WriteEndObject();
    }

    private static void Write(
        IBufferWriter<byte> buffer, CallContext call, Action<Utf8JsonWriter> identity, string? account, string? error, string? loginTo, bool usedMfa)
    {
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("eventVersion"u8, "1.11"u8);
        identity(json);
        json.WriteString("eventTime"u8, call.Time.UtcDateTime);
        json.WriteString("eventSource"u8, "signin.amazonaws.com"u8);
        json.WriteString("eventName"u8, Name);
        json.WriteString("awsRegion"u8, call.Region);
        AuditEvent.WriteAddress(json, call.SourceAddress);
        json.WriteString("userAgent"u8, call.UserAgent);
        if (error is not null)
        {
            json.WriteString("errorMessage"u8, error);
        }

        json.WriteNull("requestParameters"u8);
        json.WriteStartObject("responseElements"u8);
        json.WriteString(Name, error is null ? "Success"u8 : "Failure"u8);
        json.WriteEndObject();
        json.WriteStartObject("additionalEventData"u8);
        if (loginTo is not null)
        {
            json.WriteString("LoginTo"u8, loginTo);
        }

        json.WriteString("MobileVersion"u8, "No"u8);
        json.WriteString("MFAUsed"u8, usedMfa ? "Yes"u8 : "No"u8);
        json.WriteEndObject();
        json.WriteString("eventID"u8, RequestId.New());
        json.WriteBoolean("readOnly"u8, false);
        json.WriteString("eventType"u8, "AwsConsoleSignIn"u8);
        json.WriteBoolean("managementEvent"u8, true);
        json.WriteString("recipientAccountId"u8, account);
        json.WriteString("eventCategory"u8, "Management"u8);
        json.WriteEndObject();
    }
}
