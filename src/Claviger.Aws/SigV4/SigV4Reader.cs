using System.Buffers;
using System.Globalization;

namespace Claviger.Aws;

/// <summary>Reads a request's signature and checks all of it that can be checked without the key.</summary>
/// <remarks>AWS: the order of the checks is that of its own services: parts, date, host, algorithm, credential, scope; then key, then signature.</remarks>
public static class SigV4Reader
{
    private const int MaxRegionLength = 64;
    private const int MaxExpires = 604_800;
    private const int CredentialParts = 5;

    private static readonly SigningRules OfNoService = new("", SignatureErrors.Query);
    private static readonly SearchValues<char> RegionCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Whether a request claims to be signed in any way, well or badly.</summary>
    public static bool IsSigned(in SignedRequest request) =>
        AuthorizationOf(in request).Count > 0
        || PresignedQuery.IsIn(request.Query)
        || LegacySignature.AlgorithmOf(in request) is not null;

    /// <summary>The service and region that a request's signature is scoped to, before anything of it is checked.</summary>
    /// <returns>False if there is no credential to read them from.</returns>
    public static bool TryReadScope(in SignedRequest request, out string service, out string region)
    {
        service = region = "";
        var found = default(RawAuthorization);
        if (FindParts(in request, OfNoService, ref found) is not null && found.Credential.IsEmpty)
        {
            return false;
        }

        Span<Range> parts = stackalloc Range[CredentialParts + 1];
        if (SplitCredential(found.Credential, parts) != CredentialParts)
        {
            return false;
        }

        region = found.Credential[parts[2]].ToString();
        service = found.Credential[parts[3]].ToString();
        return true;
    }

    /// <summary>Reads and checks a request's signature.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rules">The service's rules.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="authorization">The parts; whole only if there is no error.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static AwsError? Read(in SignedRequest request, SigningRules rules, DateTimeOffset now, out SigV4Authorization authorization)
    {
        authorization = default;
        var found = default(RawAuthorization);
        if (FindParts(in request, rules, ref found) is { } incomplete)
        {
            return incomplete;
        }

        if (CheckTime(ref found, rules, now) is { } untimely)
        {
            return untimely;
        }

        if (!NamesHost(found.SignedHeaders))
        {
            return rules.Errors.HostNotSigned();
        }

        if (found.Algorithm is not AuthorizationPart.Algorithm)
        {
            return rules.Errors.UnsupportedAlgorithm(found.Algorithm.ToString(), found.IsPresigned);
        }

        Span<Range> parts = stackalloc Range[CredentialParts + 1];
        if (SplitCredential(found.Credential, parts) != CredentialParts)
        {
            return rules.Errors.MalformedCredential(found.Credential.ToString(), found.IsPresigned);
        }

        authorization = new SigV4Authorization
        {
            IsPresigned = found.IsPresigned,
            AccessKeyId = found.Credential[parts[0]],
            Day = found.Credential[parts[1]],
            Region = found.Credential[parts[2]],
            Service = found.Credential[parts[3]],
            SecurityToken = found.SecurityToken,
            Date = found.Date,
            SignedHeaders = found.SignedHeaders,
            Signature = found.Signature,
        };
        return CheckScope(in authorization, found.Credential[parts[4]], rules);
    }

    // AWS: a header that says nothing is none.
    private static HeaderValues AuthorizationOf(in SignedRequest request) =>
        request.Headers[AuthorizationPart.AuthorizationHeader] is { Single: not "" } header ? header : default;

    private static AwsError? FindParts(in SignedRequest request, SigningRules rules, ref RawAuthorization found)
    {
        var header = AuthorizationOf(in request);
        if (PresignedQuery.IsIn(request.Query))
        {
            return header.Count > 0 ? rules.Errors.SignedTwice() : PresignedQuery.Read(in request, rules, ref found);
        }

        if (header.Count == 0)
        {
            return LegacySignature.AlgorithmOf(in request) is { } algorithm
                ? rules.Errors.UnsupportedAlgorithm(algorithm, presigned: false)
                : rules.Errors.NotSigned();
        }

        return header.Single is { } text ? AuthorizationHeader.Read(request.Headers, text, rules.Errors, ref found) : rules.Errors.SignedTwice();
    }

    private static AwsError? CheckTime(ref RawAuthorization found, SigningRules rules, DateTimeOffset now)
    {
        var date = found.Date;
        if (!AmzDate.TryParse(date, out var time))
        {
            if (found.IsPresigned || !AmzDate.TryParseHttp(date, out time))
            {
                return rules.Errors.BadDate(date.ToString(), found.IsPresigned);
            }

            found.Date = AmzDate.Format(time);
        }

        if (time > now + AmzDate.Window)
        {
            return rules.Errors.NotYetCurrent(time, now, found.IsPresigned);
        }

        if (found.IsPresigned && rules.ForObjects)
        {
            return CheckExpires(time, found.Expires!, rules, now);
        }

        // AWS: services other than S3 ignore X-Amz-Expires. Tokens of EKS are presigned requests to STS that say 60 seconds and are used for
        // 15 minutes, which aws-iam-authenticator and its kin rely on and document.
        return time < now - AmzDate.Window ? rules.Errors.Expired(time, now) : null;
    }

    private static AwsError? CheckExpires(DateTimeOffset time, string expires, SigningRules rules, DateTimeOffset now)
    {
        if (!int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > MaxExpires)
        {
            return rules.Errors.BadExpires(expires);
        }

        return now > time + TimeSpan.FromSeconds(seconds) ? rules.Errors.PresignedExpired() : null;
    }

    private static bool NamesHost(ReadOnlySpan<char> signedHeaders)
    {
        foreach (var range in signedHeaders.Split(';'))
        {
            if (signedHeaders[range].Trim().Equals("host", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // AWS: slashes at the end of a credential are ignored.
    private static int SplitCredential(ReadOnlySpan<char> credential, Span<Range> parts) => credential.TrimEnd('/').Split(parts, '/');

    private static AwsError? CheckScope(in SigV4Authorization authorization, ReadOnlySpan<char> terminator, SigningRules rules)
    {
        var day = authorization.Date[..AmzDate.DayLength];
        if (IsRegion(authorization.Region) && authorization.Service.SequenceEqual(rules.Service)
            && terminator is AuthorizationPart.Terminator && authorization.Day.SequenceEqual(day))
        {
            return null;
        }

        var mismatch = new ScopeMismatch
        {
            Region = IsRegion(authorization.Region) ? null : authorization.Region.ToString(),
            Service = authorization.Service.SequenceEqual(rules.Service) ? null : authorization.Service.ToString(),
            ExpectedService = rules.Service,
            Terminator = terminator is AuthorizationPart.Terminator ? null : terminator.ToString(),
            Date = authorization.Day.SequenceEqual(day) ? null : authorization.Day.ToString(),
            RequestTime = authorization.Date.ToString(),
        };
        return rules.Errors.WrongScope(in mismatch, authorization.IsPresigned);
    }

    // One endpoint serves every region: clients sign for the one that they are set to.
    private static bool IsRegion(ReadOnlySpan<char> region) =>
        region.Length is > 0 and <= MaxRegionLength
        && region.IndexOfAnyExcept(RegionCharacters) < 0;
}
