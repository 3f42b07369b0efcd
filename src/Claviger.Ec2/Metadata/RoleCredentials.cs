using System.Collections.Concurrent;
using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Microsoft.Extensions.Logging;

namespace Claviger.Ec2;

/// <summary>
/// The credentials of instances' roles: EC2 assumes the role as the service that it is, and hands the same credentials out until they are
/// soon to expire.
/// </summary>
internal sealed partial class RoleCredentials(Calls calls, TimeProvider time, ILogger<RoleCredentials> log)
{
    private const string Service = "ec2.amazonaws.com";
    private const int MostKept = 10_000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(6);

    // Clients take credentials for stale from a quarter of an hour before their end; AWS has new ones long before.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(45);

    private readonly ConcurrentDictionary<Key, (string Document, DateTimeOffset Expiration)> _kept = new();

    /// <summary>The document that <c>iam/security-credentials/ROLE</c> answers.</summary>
    public async ValueTask<string> DocumentAsync(InstanceFacts facts, InstanceProfileFacts profile, RoleDelivery delivery)
    {
        var now = time.GetUtcNow();
        var key = new Key(facts.InstanceId, profile.Id, profile.RoleArn!, profile.RoleId, delivery);
        if (_kept.TryGetValue(key, out var kept) && kept.Expiration - now > Renewal)
        {
            return kept.Document;
        }

        try
        {
            var credentials = (await AssumeAsync(facts, profile.RoleArn!, delivery, now)).Credentials!;
            var expiration = credentials.Expiration!.Value;
            var document = MetadataJson.Write(
                ("Code", "Success"),
                ("LastUpdated", MetadataJson.Time(now)),
                ("Type", "AWS-HMAC"),
                ("AccessKeyId", credentials.AccessKeyId),
                ("SecretAccessKey", credentials.SecretAccessKey),
                ("Token", credentials.SessionToken),
                ("Expiration", MetadataJson.Time(expiration)));
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[key] = (document, expiration);
            return document;
        }
        catch (AwsError error)
        {
            if (error.HttpStatus >= 500)
            {
                LogFailure(log, facts.InstanceId, error.Code);
                throw;
            }

            // AWS: answered with status 200; clients see by the code that there are no credentials.
            return MetadataJson.Write(
                ("Code", "AssumeRoleUnauthorizedAccess"),
                ("Message", $"EC2 cannot assume the role {profile.RoleName}. Please see documentation at https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html#troubleshoot_iam-ec2_errors-info-doc."),
                ("LastUpdated", MetadataJson.Time(now)));
        }
    }

    private ValueTask<AssumeRoleResponse> AssumeAsync(InstanceFacts facts, string role, RoleDelivery delivery, DateTimeOffset now)
    {
        var call = new CallContext
        {
            RequestId = RequestId.New(),
            Time = now,
            UserAgent = Service,
            IsSecureTransport = true,
            Region = facts.Region,
            Caller = Caller.Service(Service, facts.Account),
            DeliveryKeys =
            [
                new("ec2:RoleDelivery", delivery == RoleDelivery.Version2 ? "2.0" : "1.0"),
                new("ec2:SourceInstanceARN", $"arn:aws:ec2:{facts.Region}:{facts.Account}:instance/{facts.InstanceId}"),
                new("aws:Ec2InstanceSourceVpc", facts.Vpc.Id),
                new("aws:Ec2InstanceSourcePrivateIPv4", facts.PrivateAddress.ToString()),
            ],
        };
        var request = new AssumeRoleRequest { RoleArn = role, RoleSessionName = facts.InstanceId, DurationSeconds = (int)Life.TotalSeconds };
        return calls.CallAsync<AssumeRoleRequest, AssumeRoleResponse>(call, request);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No credentials for {InstanceId}: {Code}")]
    private static partial void LogFailure(ILogger log, string instanceId, string code);

    // A role of the same name that was made anew is another one.
    private sealed record Key(string InstanceId, string ProfileId, string RoleArn, string? RoleId, RoleDelivery Delivery);
}
