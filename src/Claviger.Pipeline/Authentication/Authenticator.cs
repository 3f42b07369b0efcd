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
    /// <returns>The caller, nobody for an operation that AWS takes unsigned; and for S3 how the request was signed.</returns>
    /// <exception cref="AwsError">It is not signed, not rightly, or not by a key that is valid now; in the service's own code and words.</exception>
    public ValueTask<Authentication> AuthenticateAsync(SignedRequest request, ServiceModel service, OperationModel? operation, DateTimeOffset now)
    {
        if (operation is { IsUnsigned: true })
        {
            return ValueTask.FromResult(Authentication.None);
        }

        var rules = RulesOf(service);
        if (rules.ForObjects && !SigV4Reader.IsSigned(in request))
        {
            return ValueTask.FromResult(Authentication.None);
        }

        Require(SigV4Reader.Read(in request, rules, now, out var authorization));
        if (credentials.Find(authorization.AccessKeyId, authorization.SecurityToken) is not { } credential)
        {
            return LoadAsync(request, service, operation, now, authorization.AccessKeyId.ToString(), authorization.SecurityToken);
        }

        return ValueTask.FromResult(Accept(in request, in authorization, credential, service, operation, now));
    }

    /// <summary>The caller of a form that posts an object.</summary>
    /// <param name="signature">The form's signature; null if it has none.</param>
    /// <param name="now">When the form came.</param>
    /// <exception cref="AwsError">It is not signed rightly, or not by a key that is valid now.</exception>
    public async ValueTask<Authentication> AuthenticateFormAsync(FormSignature? signature, DateTimeOffset now)
    {
        if (signature is null)
        {
            return Authentication.None;
        }

        var (id, token) = (signature.AccessKeyId, signature.SecurityToken);
        var credential = credentials.Find(id, token) ?? await credentials.LoadAsync(id, token);
        if (credential is null)
        {
            throw token is null ? SignatureErrors.S3.UnknownAccessKey(id) : SignatureErrors.S3.InvalidToken();
        }

        Require(signature.Verify(credential.Secret));
        Require(credential, token, S3Model.Service, operation: null, SignatureErrors.S3, now);
        usage.Note(credential.Caller, S3Model.Service.Name, "PutObject", signature.Region, now);
        return new(credential.Caller, signature.ToPayload(credential.Secret));
    }

    private async ValueTask<Authentication> LoadAsync(
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

    private Authentication Accept(
        in SignedRequest request,
        in SigV4Authorization authorization,
        Credential credential,
        ServiceModel service,
        OperationModel? operation,
        DateTimeOffset now)
    {
        var rules = RulesOf(service);
        Require(SigV4Verifier.Verify(in request, in authorization, rules, credential.Secret));
        Require(credential, authorization.SecurityToken, service, operation, rules.Errors, now);
        usage.Note(credential.Caller, service.Name, operation?.Name, authorization.Region, now);
        return new(credential.Caller, rules.ForObjects ? SigV4Verifier.PayloadOf(in authorization, credential.Secret) : null);
    }

    // What is checked of a credential once its signature is known to be right.
    private static void Require(
        Credential credential, string? token, ServiceModel service, OperationModel? operation, SignatureErrors errors, DateTimeOffset now)
    {
        if (credential.SessionToken is null && token is not null)
        {
            throw errors.InvalidToken();
        }

        if (credential.ExpiresAt <= now)
        {
            throw errors.ExpiredToken();
        }

        Require(SessionLimits.Check(credential.Caller, service, operation?.Name, errors));
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
