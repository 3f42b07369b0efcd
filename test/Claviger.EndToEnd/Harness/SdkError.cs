using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>What an SDK reports of a refused call: AWS's error code, the HTTP status, and the message text.</summary>
/// <remarks>The authorization id that a denial ends with is another each time: it stands apart from the text, and two errors are the same without it.</remarks>
public sealed partial record SdkError(string Code, int Status, string Message)
{
    /// <summary>The authorization id at the end of a denial; null where there was none.</summary>
    public string? AuthorizationId { get; private init; }

    /// <summary>The error of a message as it came.</summary>
    public static SdkError Of(string code, int status, string message) => Ending().Match(message) is { Success: true } ending
        ? new SdkError(code, status, message[..ending.Index]) { AuthorizationId = ending.Groups["id"].Value }
        : new SdkError(code, status, message);

    /// <inheritdoc/>
    public bool Equals(SdkError? other) => other is not null && (Code, Status, Message) == (other.Code, other.Status, other.Message);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Status, Message);

    /// <summary>A denial of IAM or STS that says why ends with an id, in AWS's words.</summary>
    internal void DemandAuthorizationId()
    {
        if (Code == "AccessDenied" && Reason().IsMatch(Message))
        {
            Assert.True(AuthorizationId is not null, $"The denial has no authorization id: {Message}");
        }
    }

    [GeneratedRegex(@"\AUser: arn:.*( because no [a-z -]+ allows the \S+ action| with an explicit deny in .*)\z")]
    private static partial Regex Reason();

    [GeneratedRegex(
        @"\. Go to http://localhost:[0-9]+/authorization-details/(?<id>[0-9a-z]{25}) for complete details, "
        + @"or call the GetRequestAuthorizationDetails API with the following authorization id: \k<id>\z")]
    private static partial Regex Ending();
}
