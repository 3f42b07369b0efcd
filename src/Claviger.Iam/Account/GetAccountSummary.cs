using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Counts what the account's IAM holds, beside its quotas.</summary>
internal sealed class GetAccountSummary : ReadOperation<GetAccountSummaryRequest, GetAccountSummaryResponse>
{
    protected override void Authorize(GetAccountSummaryRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetAccountSummary");

    protected override GetAccountSummaryResponse Run(GetAccountSummaryRequest request, CallContext call, ReadTransaction state)
    {
        var account = Accounts.Find(state, call.Caller.Account)!;
        var summary = Counts(account, state).Concat(QuotasOf(account));
        return new GetAccountSummaryResponse { SummaryMap = summary.ToDictionary(static it => it.Key, static it => checked((int)it.Count)) };
    }

    private static IEnumerable<(string Key, long Count)> Counts(AccountRecord account, ReadTransaction state) =>
    [
        ("Users", Users.Count(state, account.Id)),
        ("Groups", Groups.Count(state, account.Id)),
        ("Roles", Roles.Count(state, account.Id)),
        ("Policies", Policies.Count(state, account.Id)),
        ("PolicyVersionsInUse", PolicyVersions.Count(state, account.Id)),
        ("InstanceProfiles", InstanceProfiles.Count(state, account.Id)),
        ("Providers", OidcProviders.Count(state, account.Id) + SamlProviders.Count(state, account.Id)),
        ("ServerCertificates", ServerCertificates.Count(state, account.Id)),
        ("MFADevices", MfaDevices.Count(state, account.Id)),
        ("MFADevicesInUse", MfaDevices.CountInUse(state, account.Id)),
        ("AccountMFAEnabled", MfaDevices.Of(state, account.Id, userId: null).Count > 0 ? 1 : 0),
        ("AccountAccessKeysPresent", AccessKeys.Of(state, account.Id, userId: null).Count > 0 ? 1 : 0),
        ("AccountPasswordPresent", account.RootPasswordHash is null ? 0 : 1),
        ("AccountSigningCertificatesPresent", SigningCertificates.Of(state, account.Id, userId: null).Count > 0 ? 1 : 0),
        ("GlobalEndpointTokenVersion", SetSecurityTokenServicePreferences.VersionOf(account)),
    ];

    private static IEnumerable<(string Key, long Count)> QuotasOf(AccountRecord account) =>
    [
        ("UsersQuota", Quotas.Of(account, "UsersPerAccount")),
        ("GroupsQuota", Quotas.Of(account, "GroupsPerAccount")),
        ("RolesQuota", Quotas.Of(account, "RolesPerAccount")),
        ("PoliciesQuota", Quotas.Of(account, "PoliciesPerAccount")),
        ("InstanceProfilesQuota", Quotas.Of(account, "InstanceProfilesPerAccount")),
        ("ServerCertificatesQuota", Quotas.Of(account, "ServerCertificatesPerAccount")),
        ("SigningCertificatesPerUserQuota", Quotas.Of(account, "SigningCertificatesPerUser")),
        ("AccessKeysPerUserQuota", Quotas.Of(account, "AccessKeysPerUser")),
        ("GroupsPerUserQuota", Quotas.Of(account, "GroupsPerUser")),
        ("AttachedPoliciesPerUserQuota", Quotas.Of(account, "PoliciesPerUser")),
        ("AttachedPoliciesPerGroupQuota", Quotas.Of(account, "PoliciesPerGroup")),
        ("AttachedPoliciesPerRoleQuota", Quotas.Of(account, "PoliciesPerRole")),
        ("UserPolicySizeQuota", Quotas.Of(account, "UserPolicySize")),
        ("GroupPolicySizeQuota", Quotas.Of(account, "GroupPolicySize")),
        ("RolePolicySizeQuota", Quotas.Of(account, "RolePolicySize")),
        ("PolicySizeQuota", Quotas.Of(account, "PolicySize")),
        ("AssumeRolePolicySizeQuota", Quotas.Of(account, "ACLSizePerRole")),
        ("VersionsPerPolicyQuota", Quotas.Of(account, "VersionsPerPolicy")),
        ("PolicyVersionsInUseQuota", 10_000),
    ];
}
