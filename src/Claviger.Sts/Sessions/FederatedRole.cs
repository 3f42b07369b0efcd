using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>A role that somebody asks for by the word of an identity provider.</summary>
internal static class FederatedRole
{
    /// <summary>Adds what having the role takes: the action itself, and for tags and a source identity one each.</summary>
    /// <param name="targets">Receives the targets.</param>
    /// <param name="action">The action, as <c>sts:AssumeRoleWithSAML</c>.</param>
    /// <param name="roleArn">The role's ARN.</param>
    /// <param name="sessionName">The session's name.</param>
    /// <param name="durationSeconds">How long the session is to last, if the request says so.</param>
    /// <param name="identity">Who asks.</param>
    /// <param name="trust">Roles' trust policies.</param>
    /// <param name="state">The snapshot.</param>
    public static void Authorize(
        Targets targets, string action, string roleArn, string sessionName, int? durationSeconds, IFederatedIdentity identity, TrustPolicies trust, ReadTransaction state)
    {
        // AWS: a role that doesn't exist is denied like one that trusts nobody.
        var name = RoleName.Parse(roleArn);
        var role = name.Find(state);
        var trusted = role is null ? TrustPolicies.Nobody : trust.Of(role);
        AddTarget(action);
        if (identity.Tags.Tags.Count > 0)
        {
            AddTarget("sts:TagSession");
        }

        if (identity.SourceIdentity is not null)
        {
            AddTarget("sts:SetSourceIdentity");
        }

        void AddTarget(string demanded)
        {
            var target = targets.Add(demanded, roleArn, name.Account)
                .WithResourcePolicy(trusted, explicitTrust: true)
                .WithResourceTags(role?.Tags)
                .WithRequestTags(SessionTags.Read(identity.Tags.Tags))
                .With(StsKeys.RoleSessionName, sessionName)
                .With(StsKeys.DurationSeconds, durationSeconds is { } seconds ? ContextValue.Of(seconds) : ContextValue.Missing)
                .With(StsKeys.SourceIdentity, identity.SourceIdentity)
                .With(StsKeys.TransitiveTagKeys, identity.Tags.TransitiveTagKeys is { Count: > 0 } keys ? ContextValue.List(keys) : ContextValue.Missing);
            foreach (var (key, value) in identity.Keys())
            {
                target.With(key, value);
            }
        }
    }
}
