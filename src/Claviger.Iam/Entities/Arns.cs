using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>ARNs of IAM's entities.</summary>
internal static class Arns
{
    public static string Root(AccountId account) => $"arn:aws:iam::{account}:root";

    public static string User(AccountId account, string path, string name) => $"arn:aws:iam::{account}:user{path}{name}";

    public static string Group(AccountId account, string path, string name) => $"arn:aws:iam::{account}:group{path}{name}";

    public static string Role(AccountId account, string path, string name) => $"arn:aws:iam::{account}:role{path}{name}";

    public static string InstanceProfile(AccountId account, string path, string name) =>
        $"arn:aws:iam::{account}:instance-profile{path}{name}";

    public static string Policy(AccountId account, string path, string name) => $"arn:aws:iam::{account}:policy{path}{name}";

    public static string MfaDevice(AccountId account, string path, string name) => $"arn:aws:iam::{account}:mfa{path}{name}";

    public static string ServerCertificate(AccountId account, string path, string name) =>
        $"arn:aws:iam::{account}:server-certificate{path}{name}";

    public static string OidcProvider(AccountId account, string urlWithoutScheme) => $"arn:aws:iam::{account}:oidc-provider/{urlWithoutScheme}";

    public static string SamlProvider(AccountId account, string name) => $"arn:aws:iam::{account}:saml-provider/{name}";

    public static string Of(UserRecord user) => User(user.Account, user.Path, user.Name);

    public static string Of(GroupRecord group) => Group(group.Account, group.Path, group.Name);

    public static string Of(RoleRecord role) => Role(role.Account, role.Path, role.Name);

    public static string Of(InstanceProfileRecord profile) => InstanceProfile(profile.Account, profile.Path, profile.Name);

    public static string Of(ServerCertificateRecord certificate) => ServerCertificate(certificate.Account, certificate.Path, certificate.Name);
}
