namespace Claviger.EndToEnd;

/// <summary>What an SDK reports of a refused call: AWS's error code, the HTTP status, and the message text.</summary>
public sealed record SdkError(string Code, int Status, string Message);
