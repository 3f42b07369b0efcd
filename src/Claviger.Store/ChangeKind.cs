namespace Claviger.Store;

/// <summary>The kinds of rows in the change feed.</summary>
/// <remarks>A user's, group's or role's row also stands for its inline policies, attachments, and (a user's) memberships, login profile and lesser credentials.</remarks>
public static class ChangeKind
{
    /// <summary>The account itself: alias, root, password policy, settings. The id is the account's.</summary>
    public const string Account = "account";

    /// <summary>Everything of the account: it was emptied. The id is the account's.</summary>
    public const string Everything = "everything";

    /// <summary>A user, by its unique id.</summary>
    public const string User = "user";

    /// <summary>A group, by its unique id.</summary>
    public const string Group = "group";

    /// <summary>A role, by its unique id.</summary>
    public const string Role = "role";

    /// <summary>A customer managed policy, by its ARN.</summary>
    public const string Policy = "policy";

    /// <summary>An instance profile, by its unique id.</summary>
    public const string InstanceProfile = "instance-profile";

    /// <summary>An EC2 instance, by its id.</summary>
    public const string Instance = "instance";

    /// <summary>The tags of something that EC2 has, by its id.</summary>
    public const string Ec2Tags = "ec2-tags";

    /// <summary>An EC2 key pair, by its id.</summary>
    public const string KeyPair = "key-pair";

    /// <summary>An access key, by its id.</summary>
    public const string AccessKey = "access-key";

    /// <summary>A bucket, by its name.</summary>
    public const string Bucket = "bucket";

    /// <summary>A provider of OpenID Connect tokens or SAML assertions, by its ARN.</summary>
    public const string IdentityProvider = "identity-provider";

    /// <summary>A server certificate, by its unique id.</summary>
    public const string ServerCertificate = "server-certificate";

    /// <summary>An MFA device, by its serial number. What its codes are used for has no row.</summary>
    public const string MfaDevice = "mfa-device";

    /// <summary>A key of the key ring, by its id.</summary>
    public const string Key = "key";

    /// <summary>A fact of the deployment, by its name.</summary>
    public const string Fact = "fact";

    /// <summary>The kind of an entity that can have policies, by its unique id.</summary>
    public static string OfEntity(string uniqueId) => uniqueId.AsSpan(0, 4) switch
    {
        "AIDA" => User,
        "AGPA" => Group,
        "AROA" => Role,
        _ => throw new ArgumentException($"{uniqueId} is not the id of a user, group or role.", nameof(uniqueId)),
    };
}
