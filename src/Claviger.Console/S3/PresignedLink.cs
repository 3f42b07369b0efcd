using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;

namespace Claviger.Console;

/// <summary>A link by which whoever has it may get one object for a while: what the principal who made it may do, as long as it may.</summary>
internal static class PresignedLink
{
    private const string Region = "us-east-1";

    // AWS: a session that GetSessionToken gives lasts 15 minutes or longer; the link itself ends when it says.
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(15);

    private static readonly SigningRules Rules = new("s3", SignatureErrors.S3, forObjects: true);

    /// <summary>How long a link may be good for.</summary>
    public static readonly IReadOnlyList<(TimeSpan Length, string Text)> Lengths =
    [
        (TimeSpan.FromMinutes(1), "1 minute"), (TimeSpan.FromMinutes(5), "5 minutes"), (TimeSpan.FromMinutes(15), "15 minutes"),
        (TimeSpan.FromHours(1), "1 hour"), (TimeSpan.FromHours(6), "6 hours"), (TimeSpan.FromHours(12), "12 hours"),
    ];

    /// <summary>Makes a link, signed with credentials of a session that is opened for it.</summary>
    /// <exception cref="AwsError">The principal may not have such credentials.</exception>
    public static async Task<string> MakeAsync(PrincipalCalls aws, Uri endpoint, (string Bucket, string Key, string? Version) it, TimeSpan length, DateTimeOffset now)
    {
        var seconds = (int)Math.Max(length.TotalSeconds, ShortestSession.TotalSeconds);
        var credentials = (await aws.CallAsync(GetSessionTokenRequest.Operation, new() { DurationSeconds = seconds })).Credentials!;
        var signer = new SigV4Signer(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, Region, Rules);
        var key = string.Join('/', it.Key.Split('/').Select(Uri.EscapeDataString));
        var version = it.Version is null ? "" : $"?versionId={Uri.EscapeDataString(it.Version)}";
        var left = credentials.Expiration is { } end && end - now < length ? end - now : length;
        var target = signer.Presign("GET", $"/{it.Bucket}/{key}{version}", new HeaderList().Add("host", endpoint.Authority), default, now, left);
        return endpoint.GetLeftPart(UriPartial.Authority) + target;
    }
}
