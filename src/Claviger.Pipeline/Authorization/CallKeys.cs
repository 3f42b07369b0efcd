using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>The context of one decision, read lazily: the target's keys, then the call's, then the caller's.</summary>
internal sealed class CallKeys(CallContext call) : IContextSource
{
    private static readonly ContextKey SourceIp = ContextKey.Of("aws:SourceIp");
    private static readonly ContextKey CurrentTime = ContextKey.Of("aws:CurrentTime");
    private static readonly ContextKey EpochTime = ContextKey.Of("aws:EpochTime");
    private static readonly ContextKey SecureTransport = ContextKey.Of("aws:SecureTransport");
    private static readonly ContextKey UserAgent = ContextKey.Of("aws:UserAgent");
    private static readonly ContextKey Referer = ContextKey.Of("aws:referer");
    private static readonly ContextKey RequestedRegion = ContextKey.Of("aws:RequestedRegion");
    private static readonly ContextKey ResourceAccount = ContextKey.Of("aws:ResourceAccount");
    private static readonly ContextKey S3ResourceAccount = ContextKey.Of("s3:ResourceAccount");
    private static readonly ContextKey ViaAwsService = ContextKey.Of("aws:ViaAWSService");
    private static readonly ContextKey MultiFactorAuthPresent = ContextKey.Of("aws:MultiFactorAuthPresent");
    private static readonly ContextKey MultiFactorAuthAge = ContextKey.Of("aws:MultiFactorAuthAge");
    private static readonly ContextKey TagKeys = ContextKey.Of("aws:TagKeys");
    private static readonly ContextKey ResourceTag = ContextKey.Of("aws:ResourceTag");
    private static readonly ContextKey RequestTag = ContextKey.Of("aws:RequestTag");
    private static readonly ContextKey IamResourceTag = ContextKey.Of("iam:ResourceTag");
    private static readonly ContextKey Ec2ResourceTag = ContextKey.Of("ec2:ResourceTag");

    /// <summary>The keys that are the same for whatever a call does.</summary>
    public static IReadOnlyList<ContextKey> OfEveryCall { get; } =
    [
        SourceIp, CurrentTime, EpochTime, SecureTransport, UserAgent, Referer, RequestedRegion, ViaAwsService, .. CallerKeys.All,
    ];

    /// <summary>The target under decision.</summary>
    public Target? Target { get; set; }

    public ContextValue Get(ContextKey key)
    {
        var target = Target!;
        var value = target.Get(key);
        if (!value.IsMissing)
        {
            return value;
        }

        if (key.Family is { } family)
        {
            return OfTag(target, key, family, key.Member!);
        }

        if (ReferenceEquals(key, TagKeys))
        {
            return target.TagKeys is { } keys ? ContextValue.List(keys) : ContextValue.Missing;
        }

        value = OfCall(key, target);
        value = value.IsMissing && call.WireKeys is { } wire ? wire.Get(key) : value;
        return value.IsMissing ? call.Caller.Get(key, call.Time) : value;
    }

    private ContextValue OfTag(Target target, ContextKey key, ContextKey family, string member)
    {
        if (ReferenceEquals(family, ResourceTag) || ReferenceEquals(family, IamResourceTag) || ReferenceEquals(family, Ec2ResourceTag))
        {
            return ContextValue.Of(target.ResourceTags?.ValueOf(member));
        }

        return ReferenceEquals(family, RequestTag)
            ? ContextValue.Of(target.RequestTags?.ValueOf(member))
            : call.Caller.Get(key, call.Time);
    }

    private ContextValue OfCall(ContextKey key, Target target)
    {
        if (ReferenceEquals(key, SourceIp))
        {
            return ContextValue.Of(call.SourceAddress);
        }

        if (ReferenceEquals(key, CurrentTime) || ReferenceEquals(key, EpochTime))
        {
            return ContextValue.Of(call.Time);
        }

        if (ReferenceEquals(key, SecureTransport))
        {
            return ContextValue.Of(call.IsSecureTransport);
        }

        if (ReferenceEquals(key, UserAgent))
        {
            return ContextValue.Of(call.UserAgent);
        }

        if (ReferenceEquals(key, Referer))
        {
            return ContextValue.Of(call.Referer);
        }

        if (ReferenceEquals(key, RequestedRegion))
        {
            return ContextValue.Of(call.Region);
        }

        if (ReferenceEquals(key, ResourceAccount) || ReferenceEquals(key, S3ResourceAccount))
        {
            return ContextValue.Of(target.Account?.ToString());
        }

        if (call.MfaAt is { } at)
        {
            if (ReferenceEquals(key, MultiFactorAuthPresent))
            {
                return ContextValue.Of(true);
            }

            if (ReferenceEquals(key, MultiFactorAuthAge))
            {
                return ContextValue.Of((long)(call.Time - at).TotalSeconds);
            }
        }

        return ReferenceEquals(key, ViaAwsService) ? ContextValue.Of(false) : ContextValue.Missing;
    }
}
