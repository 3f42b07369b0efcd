using System.Buffers;
using System.Net;
using System.Text.Json;
using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>Writes one event in CloudTrail's record format.</summary>
/// <remarks>Source: "CloudTrail record contents" of AWS's CloudTrail user guide.</remarks>
internal static class AuditEvent
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void Write(
        IBufferWriter<byte> buffer,
        CallContext call,
        Action<Utf8JsonWriter>? request,
        Action<Utf8JsonWriter>? response,
        AwsError? error,
        bool readOnly,
        long passedOver = 0)
    {
        var json = _writer ??= new Utf8JsonWriter(buffer, Options);
        json.Reset(buffer);
        json.WriteStartObject();
        json.WriteString("eventVersion"u8, "1.11"u8);
        WriteIdentity(json, call.Caller);
        json.WriteString("eventTime"u8, call.Time.UtcDateTime);
        json.WriteString("eventSource"u8, EventSource(call));
        json.WriteString("eventName"u8, call.OwnOperation ?? call.Operation?.Name);
        json.WriteString("awsRegion"u8, call.Region);
        WriteAddress(json, call.SourceAddress);
        json.WriteString("userAgent"u8, call.UserAgent);
        if (error is not null)
        {
            json.WriteString("errorCode"u8, error.Code);
            json.WriteString("errorMessage"u8, error.Message);
        }

        WriteShape(json, "requestParameters"u8, request);
        WriteShape(json, "responseElements"u8, response);
        if (passedOver > 0)
        {
            json.WriteStartObject("additionalEventData"u8);
            json.WriteNumber("notRecorded"u8, passedOver);
            json.WriteEndObject();
        }

        json.WriteString("requestID"u8, call.RequestId);
        json.WriteString("eventID"u8, RequestId.New());
        json.WriteBoolean("readOnly"u8, readOnly);
        json.WriteString("eventType"u8, "AwsApiCall"u8);
        json.WriteBoolean("managementEvent"u8, !call.IsData);
        json.WriteString("recipientAccountId"u8, call.Caller.AccountText);
        json.WriteString("eventCategory"u8, call.IsData ? "Data"u8 : "Management"u8);
        json.WriteEndObject();
        json.Flush();
    }

    private static string? EventSource(CallContext call) => (call.OwnOperationService ?? call.Operation?.Service.Name) switch
    {
        { } service => $"{service}.amazonaws.com",
        null => call.OwnOperation is null ? null : "claviger",
    };

    internal static void WriteAddress(Utf8JsonWriter json, IPAddress? address)
    {
        Span<byte> text = stackalloc byte[64];
        if (address is not null && address.TryFormat(text, out var length))
        {
            json.WriteString("sourceIPAddress"u8, text[..length]);
        }
        else
        {
            json.WriteString("sourceIPAddress"u8, "AWS Internal"u8);
        }
    }

    private static void WriteShape(Utf8JsonWriter json, ReadOnlySpan<byte> name, Action<Utf8JsonWriter>? write)
    {
        json.WritePropertyName(name);
        if (write is null)
        {
            json.WriteNullValue();
        }
        else
        {
            write(json);
        }
    }

    internal static void WriteIdentity(Utf8JsonWriter json, Caller caller)
    {
        json.WriteStartObject("userIdentity"u8);
        json.WriteString("type"u8, caller.IsSaml ? "SAMLUser"u8 : TypeOf(caller.Kind));
        json.WriteString("principalId"u8, caller.UserId);
        json.WriteString("arn"u8, caller.Arn);
        if (caller.Kind != CallerKind.Anonymous)
        {
            json.WriteString("accountId"u8, caller.AccountText);
        }

        WriteOptional(json, "accessKeyId"u8, caller.AccessKeyId);
        WriteOptional(json, "userName"u8, caller.Kind == CallerKind.Federated ? caller.UniqueId : caller.UserName);
        WriteOptional(json, "identityProvider"u8, caller.IdentityProvider);
        if (caller.Session is { } session)
        {
            WriteSession(json, caller, session.Document);
        }

        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, Caller caller, SessionDocument session)
    {
        json.WriteStartObject("sessionContext"u8);
        if (caller.Principal.RoleArn is { } roleArn)
        {
            json.WriteStartObject("sessionIssuer"u8);
            json.WriteString("type"u8, "Role"u8);
            json.WriteString("principalId"u8, caller.UniqueId);
            json.WriteString("arn"u8, roleArn);
            json.WriteString("accountId"u8, caller.AccountText);
            json.WriteString("userName"u8, caller.RoleName);
            json.WriteEndObject();
        }

        WriteOptional(json, "sourceIdentity"u8, session.SourceIdentity);
        json.WriteStartObject("attributes"u8);
        json.WriteString("creationDate"u8, session.IssuedAt.UtcDateTime);
        json.WriteString("mfaAuthenticated"u8, session.MfaAt is null ? "false"u8 : "true"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static ReadOnlySpan<byte> TypeOf(CallerKind kind) => kind switch
    {
        CallerKind.Anonymous => "Unknown"u8,
        CallerKind.Root => "Root"u8,
        CallerKind.User => "IAMUser"u8,
        CallerKind.RoleSession => "AssumedRole"u8,
        CallerKind.FederatedUser => "FederatedUser"u8,
        CallerKind.Federated => "WebIdentityUser"u8,
        CallerKind.Service => "AWSService"u8,
    };
}
