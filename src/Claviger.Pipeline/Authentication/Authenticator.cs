using System.Collections.Concurrent;
using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Finds out who signed a request.</summary>
public sealed class Authenticator
{
    private readonly Credentials credentials;
    private readonly UsageGatherer usage;
    private readonly ConcurrentDictionary<ServiceModel, SigningRules> rulesByService = new();

    /// <param name="store">The records of keys, users and roles.</param>
    /// <param name="secrets">Opens the secrets of access keys.</param>
    /// <param name="tokens">Opens session tokens.</param>
    /// <param name="usage">Notes when keys and roles are used.</param>
    /// <param name="time">The clock.</param>
    public Authenticator(IStore store, SecretBox secrets, SessionTokens tokens, UsageGatherer usage, TimeProvider time)
    {
        credentials = new Credentials(store, secrets, tokens, time);
        this.usage = usage;
    }

    /// <summary>The caller of a request.</summary>
    /// <param name="request">The request as it came.</param>
    /// <param name="service">The service it is for, which words the refusal.</param>
    /// <param name="operation">The operation it is for; null if it is not known, or none of AWS's.</param>
    /// <param name="now">When it came.</param>
    /// <returns>The caller; nobody for an operation that AWS takes unsigned.</returns>
    /// <exception cref="AwsError">It is not signed, not rightly, or not by a key that is valid now; in the service's own code and words.</exception>
    public ValueTask<Caller> AuthenticateAsync(SignedRequest request, ServiceModel service, OperationModel? operation, DateTimeOffset now)
    {
        if (operation is { IsUnsigned: true })
        {
            return ValueTask.FromResult(Caller.Anonymous);
        }

        var rules = RulesOf(service);
        if (rules.ForObjects && !SigV4Reader.IsSigned(in request))
        {
            return ValueTask.FromResult(Caller.Anonymous);
        }

        Require(SigV4Reader.Read(in request, rules, now, out var authorization));
        if (credentials.Find(authorization.AccessKeyId, authorization.SecurityToken) is not { } credential)
        {
            return LoadAsync(request, service, operation, now, authorization.AccessKeyId.ToString(), authorization.SecurityToken);
        }

        return ValueTask.FromResult(Accept(in request, in authorization, credential, service, operation, now));
    }

    private async ValueTask<Caller> LoadAsync(
        SignedRequest request, ServiceModel service, OperationModel? operation, DateTimeOffset now, string accessKeyId, string? token)
    {
        var rules = RulesOf(service);
        if (await credentials.LoadAsync(accessKeyId, token) is not { } credential)
        {
            throw token is null ? rules.Errors.UnknownAccessKey(accessKeyId) : rules.Errors.InvalidToken();
        }

        Require(SigV4Reader.Read(in request, rules, now, out var authorization));
        return Accept(in request, in authorization, credential, service, operation, now);
    }

    private Caller Accept(
        in SignedRequest request,
        in SigV4Authorization authorization,
        Credential credential,
        ServiceModel service,
        OperationModel? operation,
        DateTimeOffset now)
    {
        var rules = RulesOf(service);
        Require(SigV4Verifier.Verify(in request, in authorization, rules, credential.Secret));
        if (credential.SessionToken is null && authorization.SecurityToken is not null)
        {
            throw rules.Errors.InvalidToken();
        }

        if (credential.ExpiresAt <= now)
        {
            throw rules.Errors.ExpiredToken();
        }

        Require(SessionLimits.Check(credential.Caller, service, operation?.Name, rules.Errors));
        usage.Note(credential.Caller, service.Name, operation?.Name, authorization.Region, now);
        return credential.Caller;
    }

    private static void Require(AwsError? error)
    {
        if (error is not null)
        {
            throw error;
        }
    }

    private SigningRules RulesOf(ServiceModel service) => rulesByService.GetOrAdd(service, static service => service.Name switch
    {
        "s3" => new SigningRules(service.SigningName, SignatureErrors.S3, forObjects: true),
        "ec2" => new SigningRules(service.SigningName, SignatureErrors.Ec2),
        _ => new SigningRules(service.SigningName, SignatureErrors.Query),
    });
}
